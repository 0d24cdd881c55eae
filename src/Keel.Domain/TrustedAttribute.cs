namespace Keel.Domain;

/// <summary>Marks a parameter of a constructor that skips validation; a test asserts that no such constructor is public.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class TrustedAttribute : Attribute;
