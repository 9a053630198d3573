using BriefingBot.Passages;

namespace BriefingBot.Quotes;

internal enum Gender
{
    Unknown,
    Male,
    Female,
}

/// <summary>
/// Common given names. They tell a person from a place or a company of the same shape ("Mark Esper", "North Africa"),
/// and whether "he" or "she" can mean the person; a name that is missing here is merely not decided.
/// </summary>
internal static class FirstNames
{
    private static readonly WordSet Male = new("""
        Aaron Abdul Abdullah Abdelmadjid Adam Adrian Ahmad Ahmed Al Alan Albert Alejandro Alexander Alexei Alfred Ali Allen
        Alvin Andre Andreas Andrei Andrés Andrew Andy Angelo Anthony Antonio Antony Arnold Arthur Austin Barack Barry Ben
        Benjamin Bernard Bernie Bill Bob Bobby Boris Brad Bradley Brandon Brendan Brett Brian Bruce Bryan Byron Caleb Calvin
        Carl Carlos Chad Charles Charlie Chris Christian Christopher Chuck Clarence Clark Clayton Cody Colin Connor Craig
        Curtis Dale Damian Dan Daniel Danny Darren Dave David Dean Dennis Derek Devin Diego Dmitri Dmitry Dmytro Dominic Don
        Donald Doug Douglas Drew Duncan Dustin Dwayne Dwight Dylan Ed Eddie Edgar Eduardo Edward Edwin Elijah Elon Emmanuel
        Eric Erik Ernest Ethan Eugene Evan Fernando Felix Floyd Francisco Frank Franklin Fred Frederick Gabriel Gareth Gary
        Gavin Gene Geoff Geoffrey George Gerald Gerard Giorgio Giovanni Glen Glenn Gordon Graham Grant Greg Gregory Guy Harold
        Harrison Harry Hassan Hector Henry Herbert Herschel Howard Hugh Hugo Hussein Ian Ibrahim Igor Imran Isaac Ivan Jack
        Jacob Jake James Jared Jason Javier Jay Jeff Jeffrey Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joe Joel Johannes John
        Johnny Jon Jonathan Jordan Jorge Jose José Joseph Josh Joshua Juan Julian Julio Justin Kareem Karl Keith Kenneth Ken
        Kevin Khalid Kirk Kurt Kyle Larry Lars Lawrence Lee Leo Leon Leonard Leroy Lewis Liam Lionel Lloyd Logan Louis Lucas
        Luis Luiz Luke Lyndon Magnus Mahmoud Malcolm Manuel Marc Marcel Marco Marcus Mario Mark Marshall Martin Marvin Mason
        Mateo Matt Matteo Matthew Maurice Max Michael Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Muhammad
        Mustafa Narendra Nathan Nathaniel Neil Nicholas Nick Nigel Noah Noel Norman Oleksandr Oleksiy Olaf Oliver Omar Oscar
        Otto Owen Pablo Patrick Paul Pavel Pedro Pete Peter Phil Philip Phillip Pierre Rafael Ralph Randall Randy Raul Ray
        Raymond Recep Reggie Ricardo Richard Rick Ricky Rishi Rob Robert Roberto Rodney Rodrigo Roger Roland Roman Ron Ronald
        Ross Roy Russell Ryan Sadiq Salman Samuel Santiago Scott Sean Sebastian Sergei Sergey Seth Shane Shaun Shawn Sidney
        Silvio Simon Spencer Stanley Stefan Stephen Steve Steven Stewart Stuart Sundar Ted Terrence Terry Theo Theodore Thomas
        Tim Timothy Todd Tom Tommy Toby Tony Travis Trevor Tucker Tyler Vadim Vernon Victor Viktor Vincent Vitali Vladimir
        Volodymyr Wade Walter Warren Wayne Wesley Will William Xavier Xi Yusuf Zach Zachary
        """);

    private static readonly WordSet Female = new("""
        Abigail Adriana Agnes Aisha Alejandra Alexandra Alexandria Alexis Alice Alicia Alison Allison Alyssa Amanda Amber Amelia
        Amy Ana Andrea Angela Angelina Anita Ann Anna Anne Annette Annie April Arlene Ashley Audrey Ayanna Barbara Beatrice
        Becky Bella Bernadette Bernice Beth Bethany Betsy Betty Beverly Bonnie Brenda Bridget Brittany Brittney Brooke Camilla
        Candace Carla Carly Carmen Carol Carole Caroline Carolyn Carrie Cassidy Catherine Cathy Cecilia Celine Charlotte Chelsea
        Cheryl Cherelle Chloe Christina Christine Cindy Claire Clara Claudia Colleen Connie Constance Cori Courtney Crystal
        Cynthia Daisy Danielle Dawn Deb Debbie Deborah Debra Denise Diana Diane Dianne Dolores Donna Dora Doris Dorothy Edith
        Eileen Elaine Eleanor Elena Elise Elisabeth Elizabeth Ella Ellen Ellie Emily Emma Erica Erika Erin Esther Ethel Eva Eve
        Evelyn Faith Fatima Fiona Florence Frances Francesca Gabriela Gail Georgia Geraldine Gina Giorgia Gisele Gladys Gloria
        Grace Greta Gretchen Gwen Gwyneth Hannah Harriet Heather Heidi Helen Hillary Holly Ilhan Ingrid Irene Irina Iris Isabel
        Isabella Jacinda Jackie Jacqueline Jane Janet Janice Jasmine Jean Jeanne Jen Jenna Jennifer Jenny Jessica Jill Jo Joan
        Joanna Joanne Jocelyn Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie June Kamala Karen Karine Kate
        Katherine Kathleen Kathryn Kathy Katie Kay Kayla Kelly Kendra Ketanji Khloe Kim Kimberly Kirsten Kristen Kristi Kristin
        Kyrsten Lara Laura Lauren Leah Leila Lena Leslie Lillian Lily Linda Lisa Liz Lois Loretta Lori Lorraine Louise Lucia
        Lucy Lydia Lynn Mackenzie Madeleine Madison Maggie Marcia Margaret Maria María Marie Marilyn Marina Marjorie Marlene
        Martha Mary Maxine Maya Meagan Megan Meghan Melania Melanie Melinda Melissa Mercedes Meredith Mia Michelle Mildred
        Miranda Miriam Molly Monica Muriel Nadine Nancy Naomi Natalie Natasha Nicola Nicole Nina Nora Olena Olga Olivia Pamela
        Patricia Patty Paula Pauline Peggy Penelope Penny Phyllis Priscilla Priti Priya Rachel Ramona Rebecca Regina Renee Rhonda
        Rita Roberta Robyn Rochelle Rosa Rosalind Rose Rosemary Roxanne Ruth Sabrina Sally Samantha Sandra Sanna Sara Sarah
        Savannah Selena Serena Shannon Sharon Sheila Shelly Sherry Shirley Sonia Sonya Sophia Sophie Stacey Stacy Stella
        Stephanie Sue Susan Suzanne Svetlana Sydney Sylvia Tamara Tammy Tanya Tara Taylor Teresa Theresa Thelma Tiffany Tina
        Tracy Ursula Valentina Valerie Vanessa Vera Veronica Vicky Victoria Viola Violet Virginia Vivian Wanda Wendy Whitney
        Whoopi Yolanda Yolande Yvette Yvonne Zoe
        """);

    public static bool IsKnown(ReadOnlySpan<char> name) => Of(name) != Gender.Unknown;

    public static Gender Of(ReadOnlySpan<char> name) =>
        Male.Contains(name) ? Gender.Male : Female.Contains(name) ? Gender.Female : Gender.Unknown;
}
