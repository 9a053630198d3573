using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Discord.People;
using BriefingBot.EndToEndTests.Simulators.Discord.Rules;

namespace BriefingBot.EndToEndTests.Simulators.Discord.Rest;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding</summary>
internal sealed class InteractionRoutes(World world, Messages messages)
{
    private const int Reply = 4, DeferredReply = 5, DeferredUpdate = 6, Update = 7, Autocomplete = 8, Modal = 9;

    public IEnumerable<Route> All =>
    [
        new("POST", "interactions/{interaction}/{token}/callback", Callback, Credential.InteractionToken),
        new("GET", "webhooks/{application}/{token}/messages/{message}", request => RestReply.Ok(Message(request).ToJson()), Credential.InteractionToken, Limit: 5, WindowSeconds: 2),
        new("PATCH", "webhooks/{application}/{token}/messages/{message}", Edit, Credential.InteractionToken, Limit: 5, WindowSeconds: 2),
        new("DELETE", "webhooks/{application}/{token}/messages/{message}", Delete, Credential.InteractionToken, Limit: 5, WindowSeconds: 2),
        new("POST", "webhooks/{application}/{token}", FollowUp, Credential.InteractionToken, Limit: 5, WindowSeconds: 2),
    ];

    private RestReply Callback(RestRequest request)
    {
        if (!world.Interactions.TryGetValue(request.Id("interaction"), out var interaction) || interaction.Token != request.Values["token"]) throw ApiException.UnknownInteraction;
        if (interaction.ResponseType is not null) throw ApiException.AlreadyAcknowledged;
        if (world.Now - interaction.CreatedAt > SimInteraction.ResponseTime) throw ApiException.UnknownInteraction;
        Respond(interaction, request.Form, request.Files);
        return request.Query["with_response"] == "true" ? RestReply.Ok(Response(interaction)) : RestReply.NoContent;
    }

    /// <summary>Carries out the first response, from a callback or from the body of an HTTP answer.</summary>
    public void Respond(SimInteraction interaction, JsonObject response, int files = 0)
    {
        var type = response["type"].AsInt();
        var data = response["data"] as JsonObject ?? [];
        CheckType(interaction, type);
        if (type == Reply) interaction.Original = Post(interaction, data, files);
        else if (type == DeferredReply) interaction.Original = Defer(interaction, data);
        else if (type == DeferredUpdate) interaction.Original = interaction.Source;
        else if (type == Update) UpdateSource(interaction, data, files);
        else if (type == Autocomplete) interaction.Choices = AutocompleteChoices(data);
        else interaction.Modal = OpenModal(data);
        (interaction.ResponseType, interaction.RespondedAt) = (type, world.Now);
    }

    private static void CheckType(SimInteraction interaction, int? type)
    {
        var allowed = interaction.Type switch
        {
            2 => type is Reply or DeferredReply or Modal,
            4 => type is Autocomplete,
            5 => type is Reply or DeferredReply || interaction.Source is not null && type is DeferredUpdate or Update,
            _ => type is Reply or DeferredReply or DeferredUpdate or Update or Modal,
        };
        if (allowed) return;
        var errors = new FormErrors();
        errors.Add("type", "BASE_TYPE_CHOICES", "Value is not a response to this type of interaction.");
        errors.ThrowIfAny();
    }

    private SimMessage Post(SimInteraction interaction, JsonObject data, int files)
    {
        var flags = Flags(data);
        MessageRules.Check(data, flags, files, under: "data");
        return messages.Post(interaction.Channel, data, interaction.Source, interaction, flags);
    }

    private SimMessage Defer(SimInteraction interaction, JsonObject data) =>
        messages.Post(interaction.Channel, [], interaction.Source, interaction, Flags(data) & SimMessage.Ephemeral | SimMessage.Loading);

    private void UpdateSource(SimInteraction interaction, JsonObject data, int files)
    {
        var source = interaction.Source!;
        MessageRules.Check(data, source.Flags | Flags(data), files, source, under: "data");
        messages.Edit(source, data);
        interaction.Original = source;
    }

    private static JsonArray AutocompleteChoices(JsonObject data)
    {
        var errors = new FormErrors();
        foreach (var (i, choice) in errors.List(data, "choices", "data", 0, 25).Index())
        {
            errors.Text(choice, "name", FormErrors.Join("data.choices", i), 1, 100, required: true);
            errors.Text(choice, "value", FormErrors.Join("data.choices", i), 1, 100, required: true);
        }

        errors.ThrowIfAny();
        return data["choices"]?.DeepClone() as JsonArray ?? [];
    }

    private static JsonObject OpenModal(JsonObject data)
    {
        var errors = new FormErrors();
        new ComponentRules(errors).CheckModal(data);
        errors.ThrowIfAny();
        return (JsonObject)data.DeepClone();
    }

    private static JsonObject Response(SimInteraction interaction)
    {
        var about = new JsonObject { ["id"] = interaction.Id.ToString(), ["type"] = interaction.Type };
        var response = new JsonObject { ["interaction"] = about };
        if (interaction.Original is not { } message) return response;
        (about["response_message_id"], about["response_message_loading"], about["response_message_ephemeral"]) = (message.Id.ToString(), message.IsLoading, message.OnlyFor is not null);
        response["resource"] = new JsonObject { ["type"] = interaction.ResponseType, ["message"] = message.ToJson() };
        return response;
    }

    private SimInteraction Alive(RestRequest request)
    {
        var interaction = world.Interactions.Values.FirstOrDefault(interaction => interaction.Token == request.Values["token"]);
        if (interaction?.ResponseType is null || request.Id("application") != world.Bot.Id) throw ApiException.UnknownWebhook;
        return world.Now - interaction.CreatedAt <= SimInteraction.TokenLife ? interaction : throw new ApiException(401, 50027, "Invalid Webhook Token");
    }

    private SimMessage Message(RestRequest request)
    {
        var interaction = Alive(request);
        if (request.Values["message"] == "@original") return interaction.Original is { IsDeleted: false } original ? original : throw ApiException.UnknownMessage;
        return interaction.Channel.Find(request.Id("message")) is { } message && message.Interaction == interaction ? message : throw ApiException.UnknownMessage;
    }

    private RestReply Edit(RestRequest request)
    {
        var (message, form) = (Message(request), request.Form);
        MessageRules.Check(form, message.Flags | Flags(form), request.Files, message);
        messages.Edit(message, form);
        return RestReply.Ok(message.ToJson());
    }

    private RestReply Delete(RestRequest request)
    {
        messages.Delete(Message(request));
        return RestReply.NoContent;
    }

    private RestReply FollowUp(RestRequest request)
    {
        var interaction = Alive(request);
        var (form, flags) = (request.Form, Flags(request.Form));

        // The first follow-up of a deferred reply takes its place, and whether it is ephemeral was fixed by the deferral.
        if (interaction.Original is { IsLoading: true, IsDeleted: false } waiting)
        {
            MessageRules.Check(form, waiting.Flags | flags, request.Files, waiting);
            messages.Edit(waiting, form);
            return RestReply.Ok(waiting.ToJson());
        }

        MessageRules.Check(form, flags, request.Files);
        return RestReply.Ok(messages.Post(interaction.Channel, form, interaction.Original, interaction, flags).ToJson());
    }

    private static int Flags(JsonObject form) => (form["flags"].AsInt() ?? 0) & ~SimMessage.Loading;
}
