/* The table of trades: sorted by any column, a page at a time, so that 100,000 of them are as quick as ten. */
class TradeTable {
  constructor(root, page) {
    Object.assign(this, { root, page, at: 0, size: 25, by: 0, down: false });
    this.body = root.querySelector("tbody");
    this.heads = [...root.querySelectorAll("th button")];
    this.heads.forEach((head, column) => head.addEventListener("click", () => this.sort(column)));
    this.where = root.querySelector("[data-where]");
    root.querySelectorAll("[data-turn]").forEach((button) => button.addEventListener("click", () => this.turn(button.dataset.turn)));
    this.filter = root.querySelector("select");
    this.filter.addEventListener("change", () => this.choose());
    this.body.addEventListener("click", (event) => this.open(event.target.closest("tr")));
    this.body.addEventListener("keydown", (event) => event.key === "Enter" && this.open(event.target.closest("tr")));
    this.choose();
  }

  /* What each column sorts by, in the order of the heads. */
  keys() {
    const t = this.page.trades;
    const held = (at) => t.exit[at] - t.entry[at];
    const read = (column) => (at) => column[at];
    return [(at) => at, read(t.entry), read(t.exit), read(t.size), read(t.entryPrice), read(t.exitPrice), read(t.gross), read(t.costs),
      read(t.net), read(t.worst), read(t.best), held, (at) => t.reasons[t.reason[at]]];
  }

  choose() {
    const { trades } = this.page;
    const wanted = {
      all: () => true,
      long: (at) => trades.size[at] > 0,
      short: (at) => trades.size[at] < 0,
      winners: (at) => trades.net[at] > 0,
      losers: (at) => trades.net[at] < 0,
      ambiguous: (at) => trades.ambiguous.has(at),
    }[this.filter.value];
    this.rows = Array.from({ length: trades.count }, (_, at) => at).filter(wanted);
    this.order();
  }

  sort(column) {
    this.down = this.by === column ? !this.down : column > 5;
    this.by = column;
    this.order();
  }

  order() {
    const key = this.keys()[this.by];
    const sign = this.down ? -1 : 1;
    this.rows.sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      return left < right ? -sign : left > right ? sign : a - b;
    });
    this.heads.forEach((head, column) => {
      const order = column !== this.by ? "none" : this.down ? "descending" : "ascending";
      head.parentElement.setAttribute("aria-sort", order);
    });
    this.at = 0;
    this.show();
  }

  turn(way) {
    const last = Math.max(0, Math.ceil(this.rows.length / this.size) - 1);
    const to = { first: 0, back: this.at - 1, on: this.at + 1, last }[way];
    this.at = Math.min(last, Math.max(0, to));
    this.show();
  }

  show() {
    const from = this.at * this.size;
    const rows = this.rows.slice(from, from + this.size);
    this.body.replaceChildren(...rows.map((at) => this.row(at)));
    this.where.textContent = rows.length
      ? `${fixed(from + 1, 0)} to ${fixed(from + rows.length, 0)} of ${fixed(this.rows.length, 0)}`
      : "none";
    const last = from + this.size >= this.rows.length;
    for (const button of this.root.querySelectorAll("[data-turn]")) {
      button.disabled = ["first", "back"].includes(button.dataset.turn) ? this.at === 0 : last;
    }
  }

  row(at) {
    const { trades: t, clock, data } = this.page;
    const price = (value) => fixed(value, data.decimals);
    const texts = [fixed(at + 1, 0), clock.both(t.entry[at]), clock.both(t.exit[at]), `${t.side(at)} ${Math.abs(t.size[at])}`, price(t.entryPrice[at]),
      price(t.exitPrice[at]), money(t.gross[at]), money(t.costs[at]), money(t.net[at]), money(t.worst[at]), money(t.best[at]),
      lasting((t.exit[at] - t.entry[at]) / 1000), t.why(at)];
    const row = document.createElement("tr");
    row.dataset.trade = at;
    row.tabIndex = this.page.price ? 0 : -1;
    texts.forEach((text, column) => {
      const cell = row.insertCell();
      cell.textContent = text;
      cell.className = this.heads[column].parentElement.className;
    });
    row.cells[8].classList.add(t.net[at] > 0 ? "gain" : t.net[at] < 0 ? "loss" : "even");
    return row;
  }

  open(row) {
    if (!row || !this.page.price) return;
    this.body.querySelector(".chosen")?.classList.remove("chosen");
    row.classList.add("chosen");
    this.page.price.show(Number(row.dataset.trade));
    this.page.price.plot.host.scrollIntoView({ block: "center" });
  }
}
