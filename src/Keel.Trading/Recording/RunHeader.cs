using Keel.Domain;

namespace Keel.Trading.Recording;

/// <summary>What ran, on what: enough to build the same core again on another machine.</summary>
public sealed record RunHeader
{
    /// <summary>The format of records that is written.</summary>
    public const int Format = 1;

    /// <summary>Which build of the engine ran; another may decide otherwise, and a replay says so.</summary>
    public required string Engine { get; init; }

    /// <summary>The profile's file, by its name alone: where it lay is no matter.</summary>
    public required string Profile { get; init; }

    /// <summary>The profile's whole text, as it was read.</summary>
    public required string ProfileText { get; init; }

    /// <summary>Settings of the command line, which replaced those of the profile.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>Variables of the environment that the profile names, with their values; secrets are never among them.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; }

    /// <summary>What is traded.</summary>
    public required string Instrument { get; init; }

    /// <summary>How long a bar of the input is.</summary>
    public required Span BarLength { get; init; }

    /// <summary>Name and content hash of the data.</summary>
    public required string Dataset { get; init; }

    /// <summary>The header as a payload.</summary>
    internal ReadOnlySpan<byte> Write(PayloadWriter into)
    {
        into.Clear()
            .Number(Format)
            .Text(Engine)
            .Text(Profile)
            .Text(Instrument)
            .Number(BarLength.Nanoseconds)
            .Text(Dataset)
            .Text(ProfileText)
            .Number(Overrides.Count);
        foreach (var setting in Overrides)
        {
            into.Text(setting);
        }

        into.Number(Variables.Count);
        foreach (var (name, value) in Variables)
        {
            into.Text(name).Text(value);
        }

        return into.Bytes;
    }

    /// <summary>Reads a header; a <see cref="RecordException"/> when another format was written.</summary>
    internal static RunHeader Read(ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        var format = read.Number();
        if (format != Format)
        {
            throw new RecordException($"its records have format {format}, and this Keel reads {Format}");
        }

        var (engine, profile, instrument) = (Given(ref read), Given(ref read), Given(ref read));
        var (barLength, dataset, text) = (new Span(read.Number()), Given(ref read), Given(ref read));
        var overrides = new List<string>();
        for (var left = read.Number(); left > 0; left--)
        {
            overrides.Add(Given(ref read));
        }

        var variables = new List<KeyValuePair<string, string>>();
        for (var left = read.Number(); left > 0; left--)
        {
            variables.Add(KeyValuePair.Create(Given(ref read), Given(ref read)));
        }

        return new RunHeader
        {
            Engine = engine,
            Profile = profile,
            ProfileText = text,
            Overrides = overrides,
            Variables = variables,
            Instrument = instrument,
            BarLength = barLength,
            Dataset = dataset,
        };
    }

    private static string Given(ref PayloadReader read) => read.Text() ?? throw new RecordException("a text in it is missing");
}
