/* The trades as columns, in the order of their exits; times in milliseconds, money in dollars. */
class Trades {
  constructor(raw) {
    this.count = raw.exit.length;
    const column = (values) => (values ? Float64Array.from(values) : new Float64Array(this.count));
    this.exit = new Float64Array(this.count);
    this.entry = new Float64Array(this.count);
    for (let at = 0, time = 0; at < this.count; at++) {
      time += Math.round(raw.exit[at] * 1000);
      this.exit[at] = time;
      this.entry[at] = time - Math.round((raw.hold ? raw.hold[at] : 0) * 1000);
    }
    this.size = column(raw.size);
    this.entryPrice = column(raw.in);
    this.exitPrice = column(raw.out);
    this.gross = column(raw.gross);
    this.costs = column(raw.costs);
    this.worst = column(raw.mae);
    this.best = column(raw.mfe);
    this.reason = column(raw.reason);
    this.reasons = raw.reasons;
    this.ambiguous = new Set(raw.ambiguous);
    this.net = this.gross.map((gross, at) => Math.round((gross - this.costs[at]) * 1e8) / 1e8);
    this.longest = 0;
    for (let at = 0; at < this.count; at++) this.longest = Math.max(this.longest, this.exit[at] - this.entry[at]);
    this.build();
  }

  /* Equity before and after costs, and how far it lies below its maximum, which begins at zero. */
  build() {
    this.equity = new Float64Array(this.count);
    this.before = new Float64Array(this.count);
    this.drawdown = new Float64Array(this.count);
    let [net, gross, top] = [0, 0, 0];
    for (let at = 0; at < this.count; at++) {
      net += this.net[at];
      gross += this.gross[at];
      top = Math.max(top, net);
      this.equity[at] = net;
      this.before[at] = gross;
      this.drawdown[at] = Math.min(0, Math.round((net - top) * 1e8) / 1e8);
    }
  }

  side(at) {
    return this.size[at] > 0 ? "long" : "short";
  }

  why(at) {
    return this.reasons[this.reason[at]] + (this.ambiguous.has(at) ? " *" : "");
  }
}
