using Keel.Trading.World;

namespace Keel.Trading.Journal;

/// <summary>
/// Reads a journal that goes over several files, as one. Each file names the record and tag that it goes on from; what the file before
/// holds beyond them was written again in the next one, and is passed over.
/// </summary>
public sealed class JournalChain
{
    private readonly Queue<(string Path, JournalReader Reader)> coming = new();
    private string path;
    private JournalReader reader;

    /// <summary>Opens files in the order in which they were written.</summary>
    public JournalChain(IFiles files, IReadOnlyList<string> paths, string identity)
    {
        foreach (var file in paths)
        {
            coming.Enqueue((file, JournalReader.Open(files, file, identity)));
        }

        (path, reader) = coming.Dequeue();
        if (reader.Header.FirstSequence != 1)
        {
            throw new JournalException(
                path,
                $"it begins with record {reader.Header.FirstSequence}: files before it are missing",
                "name all files of the journal, the oldest first"
            );
        }
    }

    /// <summary>The file that is read.</summary>
    public string Path => path;

    /// <summary>How the last file ends; known once <see cref="Next"/> has said that there is no more.</summary>
    public JournalEnd? End { get; private set; }

    /// <summary>Reads the next record; a <see cref="JournalException"/> when a file does not go on from the one before.</summary>
    public bool Next(out JournalRecord record)
    {
        while (coming.TryPeek(out var next) && reader.LastSequence == next.Reader.Header.FirstSequence - 1)
        {
            if (reader.LastTag != next.Reader.Header.PreviousTag)
            {
                throw Parted(next.Path, $"it goes on from another record {reader.LastSequence} than the one in {path}");
            }

            (path, reader) = coming.Dequeue();
        }

        if (reader.Next(out record))
        {
            return true;
        }

        if (coming.TryPeek(out var missing))
        {
            throw Parted(
                missing.Path,
                $"it begins with record {missing.Reader.Header.FirstSequence}, but {path} is good only up to record {reader.LastSequence}"
            );
        }

        End = reader.End;
        return false;
    }

    private static JournalException Parted(string path, string why) =>
        new(
            path,
            why,
            "name all files of one journal, the oldest first; if one is lost, begin a new journal and reconcile with the venue"
        );
}
