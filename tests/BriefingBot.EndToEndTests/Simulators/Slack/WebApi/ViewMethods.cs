using System.Text.Json.Nodes;
using BriefingBot.EndToEndTests.Simulators.Slack.People;
using BriefingBot.EndToEndTests.Simulators.Slack.Rules;

namespace BriefingBot.EndToEndTests.Simulators.Slack.WebApi;

/// <summary>https://docs.slack.dev/surfaces/modals and /surfaces/app-home</summary>
internal sealed class ViewMethods(World world)
{
    private const int MaxStack = 3;

    public IEnumerable<ApiMethod> All =>
    [
        new("views.open", Tier.Four, request => Answer(Open(Modal(request.Arguments["view"]), Take(request)))),
        new("views.push", Tier.Four, request => Answer(Push(Modal(request.Arguments["view"]), Take(request)))),
        new("views.update", Tier.Four, Update),
        new("views.publish", Tier.Four, Publish),
    ];

    /// <summary>What a view_submission's answer may ask for (https://docs.slack.dev/surfaces/modals#updating_response).</summary>
    public void Respond(SimView submitted, JsonObject? response)
    {
        switch (response?["response_action"].AsString())
        {
            case null: submitted.IsOpen = false; break;
            case "clear": Close(submitted.User); break;
            case "errors": submitted.Errors = response["errors"]?.DeepClone() as JsonObject ?? []; break;
            case "update": submitted.Replace(Modal(response["view"]), world.NextNumber()); break;
            case "push": Push(Modal(response["view"]), submitted.User); break;
        }
    }

    private SimView Open(JsonObject view, SimUser user)
    {
        Close(user);
        return Add(view, user, below: null);
    }

    private SimView Push(JsonObject view, SimUser user)
    {
        var open = world.Views.Where(candidate => candidate.User == user && candidate.IsOpen).ToList();
        if (open.Count == 0) throw new ApiException("not_found");
        return open.Count >= MaxStack ? throw new ApiException("push_limit_reached") : Add(view, user, open[^1]);
    }

    private JsonObject Update(ApiRequest request)
    {
        var view = world.Views.Find(view => view.IsOpen && (view.Id == request.Text("view_id") || request.Text("external_id") is { Length: > 0 } id && view.View["external_id"].AsString() == id))
            ?? throw new ApiException("not_found");
        Unchanged(view, request);
        view.Replace(Modal(request.Arguments["view"]), world.NextNumber());
        return Answer(view);
    }

    private JsonObject Publish(ApiRequest request)
    {
        var user = world.User(request.Required("user_id")) ?? throw ApiException.InvalidArguments("invalid `user_id`");
        var json = request.Arguments["view"] as JsonObject ?? throw ApiException.InvalidArguments("missing required field: view");
        ViewRules.Check(json, "home");
        if (world.Homes.TryGetValue(user.Id, out var home))
        {
            Unchanged(home, request);
            home.Replace(Named(json), world.NextNumber());
        }
        else world.Homes[user.Id] = home = new SimView(world.NextId("V"), user, Named(json), world.NextNumber());
        return Answer(home);
    }

    // https://docs.slack.dev/surfaces/modals#handling_race_conditions
    private static void Unchanged(SimView view, ApiRequest request)
    {
        if (request.Text("hash") is { Length: > 0 } hash && hash != view.Hash) throw new ApiException("hash_conflict");
    }

    private SimUser Take(ApiRequest request)
    {
        if (!world.Triggers.TryGetValue(request.Required("trigger_id"), out var trigger)) throw new ApiException("invalid_trigger_id");
        if (trigger.IsUsed) throw new ApiException("exchanged_trigger_id");
        if (world.Now >= trigger.ExpiresAt) throw new ApiException("expired_trigger_id");
        trigger.IsUsed = true;
        return trigger.User;
    }

    private JsonObject Modal(JsonNode? view)
    {
        var json = view as JsonObject ?? throw ApiException.InvalidArguments("missing required field: view");
        ViewRules.Check(json, "modal");
        return Named(json);
    }

    private JsonObject Named(JsonObject view)
    {
        var named = (JsonObject)view.DeepClone();
        named["blocks"] = BlockTree.WithIds(view["blocks"], () => world.NextId("b"));
        return named;
    }

    private SimView Add(JsonObject json, SimUser user, SimView? below)
    {
        if (json["external_id"].AsString() is { Length: > 0 } id && world.Views.Exists(view => view.IsOpen && view.View["external_id"].AsString() == id)) throw new ApiException("duplicate_external_id");
        var view = new SimView(world.NextId("V"), user, json, world.NextNumber()) { Root = below?.Root ?? below, Previous = below };
        world.Views.Add(view);
        return view;
    }

    private void Close(SimUser user) => world.Views.Where(view => view.User == user).ToList().ForEach(view => view.IsOpen = false);

    private JsonObject Answer(SimView view) => new() { ["view"] = view.ToJson(world) };
}
