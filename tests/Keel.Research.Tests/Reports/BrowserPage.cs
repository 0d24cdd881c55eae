using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Keel.Research.Tests.Reports;

/// <summary>A page open in the browser, with everything it complained about or asked the network for.</summary>
internal sealed class BrowserPage(Browser browser, string target, string session) : IAsyncDisposable
{
    private readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Console errors and warnings, exceptions, refusals of the page's policy.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Addresses that the page asked for, its own file included.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Loads the file and waits until its charts are painted.</summary>
    public async Task Show(string file, int width, int height, bool dark)
    {
        browser.Listen(session, Hear);
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network"])
        {
            await Call(domain + ".enable", []);
        }

        await Call(
            "Emulation.setDeviceMetricsOverride",
            new()
            {
                ["width"] = width,
                ["height"] = height,
                ["deviceScaleFactor"] = 1,
                ["mobile"] = width < 700,
            }
        );
        await Call(
            "Emulation.setEmulatedMedia",
            new()
            {
                ["features"] = new JsonArray(
                    new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }
                ),
            }
        );
        await Call("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri });
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        // Two frames: the first observes the sizes, the second shows what was painted.
        await Evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
    }

    /// <summary>The value of an expression on the page.</summary>
    public async Task<JsonNode?> Evaluate(string expression)
    {
        var answer = await Call(
            "Runtime.evaluate",
            new()
            {
                ["expression"] = expression,
                ["returnByValue"] = true,
                ["awaitPromise"] = true,
            }
        );
        return answer["exceptionDetails"] is { } failure
            ? throw new InvalidOperationException(failure.ToJsonString())
            : answer["result"]!["value"]?.DeepClone();
    }

    /// <summary>Shows the page as paper would.</summary>
    public async Task Print()
    {
        await Call("Emulation.setEmulatedMedia", new() { ["media"] = "print" });
        await Evaluate(
            "new Promise(done => { window.dispatchEvent(new Event('beforeprint')); requestAnimationFrame(() => done(1)) })"
        );
    }

    /// <summary>A mouse event at a place of the window.</summary>
    public Task Mouse(string type, double x, double y, double wheel = 0, int buttons = 0) =>
        Call(
            "Input.dispatchMouseEvent",
            new()
            {
                ["type"] = type,
                ["x"] = x,
                ["y"] = y,
                ["deltaX"] = 0,
                ["deltaY"] = wheel,
                ["button"] = buttons == 0 && type == "mouseMoved" ? "none" : "left",
                ["buttons"] = buttons,
                ["clickCount"] = 1,
            }
        );

    private Task<JsonObject> Call(string method, JsonObject parameters) => browser.Call(session, method, parameters);

    private void Hear(JsonObject message)
    {
        var what = message["params"];
        switch ((string)message["method"]!)
        {
            case "Page.loadEventFired":
                loaded.TrySetResult();
                break;
            case "Runtime.exceptionThrown":
            case "Log.entryAdded":
            case "Runtime.consoleAPICalled" when (string?)what!["type"] is "error" or "warning" or "assert":
                Complaints.Enqueue(what!.ToJsonString());
                break;
            case "Network.requestWillBeSent":
                Requests.Enqueue((string)what!["request"]!["url"]!);
                break;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await browser.Call("", "Target.closeTarget", new() { ["targetId"] = target });
}
