namespace Keel.Research.Results;

/// <summary>A further file of a results folder, such as <c>report.html</c> or <c>charts/drawdown.html</c>.</summary>
/// <param name="Name">Its path inside the folder, with forward slashes.</param>
/// <param name="Write">Writes its content.</param>
public sealed record ResultFile(string Name, Action<Stream> Write);
