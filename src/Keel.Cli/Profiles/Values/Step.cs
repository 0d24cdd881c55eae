namespace Keel.Cli.Profiles.Values;

/// <summary>One step of a ladder: from this on, that counts.</summary>
internal readonly record struct Step<TFrom, TTo>(TFrom From, TTo To);
