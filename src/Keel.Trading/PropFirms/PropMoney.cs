namespace Keel.Trading.PropFirms;

/// <summary>Which of an account's two figures a rule looks at.</summary>
public enum PropMoney
{
    /// <summary>What is realised.</summary>
    Balance,

    /// <summary>What is realised and what is open.</summary>
    Equity,
}
