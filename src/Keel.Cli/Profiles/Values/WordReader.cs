using System.Diagnostics.CodeAnalysis;

namespace Keel.Cli.Profiles.Values;

/// <summary>Reads one word; false when it is not of its kind.</summary>
internal delegate bool WordReader<T>(string text, [NotNullWhen(true)] out T? value);
