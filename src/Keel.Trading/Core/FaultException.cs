namespace Keel.Trading.Core;

/// <summary>Our own mistake: books, orders and invariants do not fit together. Whoever hosts the core keeps the journal, flattens and halts.</summary>
public sealed class FaultException(string message) : InvalidOperationException(message);
