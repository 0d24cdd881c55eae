using System.Globalization;

namespace Keel.Cli.Profiles.Text;

/// <summary>Where a setting was written: a line of a profile, the profile as a whole, or an override of the command line.</summary>
internal readonly record struct Place
{
    private Place(string source, int line, bool isOverride) => (Source, Line, IsOverride) = (source, line, isOverride);

    /// <summary>The file's name, or the overridden path.</summary>
    public string Source { get; }

    /// <summary>The line, counted from 1; 0 for the file as a whole and for overrides.</summary>
    public int Line { get; }

    /// <summary>Whether it was given with <c>--set</c>.</summary>
    public bool IsOverride { get; }

    /// <summary>A line of a file.</summary>
    public static Place OfLine(string file, int line) => new(file, line, isOverride: false);

    /// <summary>A file that could not even be read.</summary>
    public static Place OfFile(string file) => new(file, 0, isOverride: false);

    /// <summary>An override of the command line.</summary>
    public static Place OfOverride(string path) => new(path, 0, isOverride: true);

    /// <summary><c>file:line</c>, or <c>--set path</c>.</summary>
    public override string ToString() =>
        IsOverride ? $"--set {Source}"
        : Line == 0 ? Source
        : string.Create(CultureInfo.InvariantCulture, $"{Source}:{Line}");
}
