namespace Keel.Data.Quality;

/// <summary>One thing that a check found: a code, whether it is an error or a remark, how often, and where.</summary>
public sealed record QualityFinding(string What, bool IsError, long Count, string Detail);
