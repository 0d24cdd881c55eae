namespace Keel.Trading.Recording;

/// <summary>A record is whole by its checksum and still cannot be understood: another program, or another version, wrote it.</summary>
public sealed class RecordException(string why) : Exception(why);
