using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Keel.Research.Tests.Reports;

/// <summary>Debian's Chromium without a window, driven by its own DevTools protocol; shared by all tests of pages.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly TemporaryFolder profile = new();
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> awaited = new();
    private readonly ConcurrentDictionary<string, Action<JsonObject>> listeners = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim sending = new(1);
    private Process? process;
    private Task reading = Task.CompletedTask;
    private Task draining = Task.CompletedTask;
    private int calls;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } program)
        {
            return;
        }

        process = Process.Start(
            new ProcessStartInfo(program)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                ArgumentList =
                {
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--no-first-run",
                    "--hide-scrollbars",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + profile.Path,
                    "about:blank",
                },
            }
        )!;
        const string Announcement = "DevTools listening on ";
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                await socket.ConnectAsync(new Uri(line[Announcement.Length..]), CancellationToken.None);
                reading = Read();
                // Nobody wants what it says further, but a full pipe would stop it.
                draining = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return;
            }
        }

        throw new InvalidOperationException($"{program} ended without opening its DevTools");
    }

    /// <summary>Opens a file as a page of this size; skips the test where there is no browser.</summary>
    internal async Task<BrowserPage> Open(string file, int width, int height, bool dark)
    {
        Assert.SkipWhen(process is null, "no Chromium on this machine: install the package 'chromium' to run the tests of pages");
        var target = await Call("", "Target.createTarget", new() { ["url"] = "about:blank" });
        var attached = await Call(
            "",
            "Target.attachToTarget",
            new() { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }
        );
        var page = new BrowserPage(this, (string)target["targetId"]!, (string)attached["sessionId"]!);
        await page.Show(file, width, height, dark);
        return page;
    }

    internal async Task<JsonObject> Call(string session, string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref calls);
        var answer = awaited[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        if (session.Length > 0)
        {
            call["sessionId"] = session;
        }

        await sending.WaitAsync();
        try
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(call.ToJsonString());
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }

        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    internal void Listen(string session, Action<JsonObject> listener) => listeners[session] = listener;

    private async Task Read()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Take((JsonObject)JsonNode.Parse(message.ToArray())!);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception closed)
            when (closed
                    is WebSocketException
                        or OperationCanceledException
                        or ObjectDisposedException
                        or System.Text.Json.JsonException
            )
        {
            // The browser has gone: whoever still waits runs into the limit of his call.
        }
    }

    private void Take(JsonObject message)
    {
        if (message["id"] is { } id && awaited.TryRemove((int)id, out var call))
        {
            if (message["error"] is { } error)
            {
                call.SetException(new InvalidOperationException(error.ToJsonString()));
            }
            else
            {
                call.SetResult((JsonObject)message["result"]!.DeepClone());
            }
        }
        else if (message["sessionId"] is { } session && listeners.TryGetValue((string)session!, out var listener))
        {
            listener(message);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            try
            {
                await Call("", "Browser.close", []);
                await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
                await Task.WhenAll(reading, draining);
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                process.Dispose();
            }
        }

        socket.Dispose();
        sending.Dispose();
        profile.Dispose();
    }
}
