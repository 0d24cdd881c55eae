using Keel.Trading.World;

namespace Keel.Trading.Journal;

/// <summary>Makes a journal whole again after a crash: keeps what is good, and puts aside, never away, what is not.</summary>
public static class JournalRecovery
{
    private const int CopyBytes = 1 << 16;

    /// <summary>
    /// Cuts a journal behind its last good record. The bytes behind are first copied to a file beside it, durably; a recovery that is
    /// interrupted can be repeated. A whole journal is left alone.
    /// </summary>
    public static RecoveredJournal Recover(IFiles files, string path, string identity)
    {
        var end = JournalReader.Open(files, path, identity).ReadToEnd();
        if (end.Kind == JournalEndKind.Whole)
        {
            return new RecoveredJournal(end, null);
        }

        // A journal that somebody is writing only looks torn: this refuses.
        files.Open(path).Dispose();
        var keptAt = Keep(files, path, end.Offset);
        files.Truncate(path, end.Offset);
        return new RecoveredJournal(end, keptAt);
    }

    private static string Keep(IFiles files, string path, long offset)
    {
        var name = $"{path}.tail-{offset}";
        for (var number = 2; files.Exists(name); number++)
        {
            name = $"{path}.tail-{offset}-{number}";
        }

        var draft = name + ".new";
        files.Delete(draft);
        using (var copy = files.Create(draft))
        {
            var bytes = new byte[CopyBytes];
            for (var at = offset; files.Read(path, at, bytes) is var read and > 0; at += read)
            {
                copy.Append(bytes.AsSpan(0, read));
            }

            copy.Flush();
        }

        files.Rename(draft, name);
        return name;
    }
}
