using Keel.Domain;
using Keel.Trading.Orders;

namespace Keel.Trading.Ledger;

/// <summary>A wish to enter, and what became of it.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="Seat">Whose it was, counted from 0.</param>
/// <param name="Side">Long or short.</param>
/// <param name="Price">The last price then.</param>
/// <param name="Contracts">Contracts that risk allowed; 0 when refused.</param>
/// <param name="Confidence">The model's confidence; NaN without a model.</param>
/// <param name="Reason">Null when it was allowed in full; otherwise the code of the rule that refused or reduced it, such as <c>daily_loss</c>.</param>
/// <param name="Need">What was measured, for a rule of money or count.</param>
/// <param name="Bound">The bound it was measured against.</param>
public readonly record struct SignalRecord(
    Timestamp At,
    int Seat,
    Side Side,
    Price Price,
    int Contracts,
    double Confidence,
    string? Reason,
    decimal Need,
    decimal Bound
);
