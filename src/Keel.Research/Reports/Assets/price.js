/* Price with every fill. The axis counts bars, so that nights and weekends take no room. */
class PriceChart {
  constructor(host, data, clock, trades) {
    Object.assign(this, { data, clock, trades, bars: data.bars, chosen: -1, lined: false });
    const { bars } = this;
    let time = 0;
    this.times = Float64Array.from(bars.time, (gap) => (time += gap * 1000));
    this.count = this.times.length;
    this.enter = trades.entry.map((at) => this.place(at));
    this.leave = trades.exit.map((at) => this.place(at));
    this.toPoints = (ticks) => ticks * data.tick;
    this.plot = new Plot(host, {
      label: `Price of ${data.symbol} with the fills of ${trades.count} trades`,
      x: {
        from: 0,
        to: this.count,
        least: Math.min(this.count, 12),
        ticks: (from, to, room) => this.ticks(from, to, room),
      },
      y: {
        decimals: data.decimals,
        range: (from, to) => this.range(from, to),
        text: (value, decimals) => fixed(value, Math.min(decimals, data.decimals)),
      },
      draw: (pen, plot) => this.draw(pen, plot),
      hover: (x) => this.hover(x),
    });
  }

  /* Where a time lies among the bars: inside a bar that was joined from several, in the middle of one that was not. */
  place(time) {
    const bar = Math.max(0, firstNotBelow(this.times, time + 1) - 1);
    const part = (time - this.times[bar]) / (this.data.bars.step * 1000);
    return bar + 0.5 + (this.bars.joined ? 0.7 * (Math.min(1, Math.max(0, part)) - 0.5) : 0);
  }

  show(trade) {
    const held = this.leave[trade] - this.enter[trade];
    const around = Math.max(20, held);
    this.chosen = trade;
    this.plot.look(this.enter[trade] - around, this.leave[trade] + around);
  }

  ticks(from, to, room) {
    const first = Math.max(0, Math.floor(from));
    const count = Math.min(this.count, Math.ceil(to)) - first;
    if (count < 2) return [];
    return timeTicks(this.clock, count, (at) => this.times[first + at], room).map(({ sample, text }) => ({
      at: first + sample,
      text,
    }));
  }

  range(from, to) {
    const { low, high } = this.bars;
    let [bottom, top] = [Infinity, -Infinity];
    for (let at = Math.max(0, Math.floor(from)); at < Math.min(this.count, Math.ceil(to)); at++) {
      bottom = Math.min(bottom, low[at]);
      top = Math.max(top, high[at]);
    }
    /* Where single fills can be seen they all are, those beyond the prices of a bar too. */
    const seen = this.visible(from, to);
    const prices = seen.length > 200 ? [] : seen.flatMap((trade) => [this.trades.entryPrice[trade], this.trades.exitPrice[trade]]);
    return [Math.min(this.toPoints(bottom), ...prices), Math.max(this.toPoints(top), ...prices)];
  }

  draw(pen, plot) {
    const from = Math.max(0, Math.floor(plot.view[0]) - 1);
    const to = Math.min(this.count, Math.ceil(plot.view[1]) + 1);
    const room = plot.width / (plot.view[1] - plot.view[0]);
    if (this.lined || room < 2.4) this.drawLine(pen, plot, from, to);
    else this.drawCandles(pen, plot, from, to, room);
    this.drawFills(pen, plot);
  }

  drawLine(pen, plot, from, to) {
    const { low, high, close } = this.bars;
    pen.fillStyle = plot.ink.line;
    for (let at = from; at < to && !this.lined; at++) {
      const top = plot.y(this.toPoints(high[at]));
      pen.fillRect(plot.x(at), top, Math.max(1, plot.x(at + 1) - plot.x(at)), Math.max(1, plot.y(this.toPoints(low[at])) - top));
    }
    pen.beginPath();
    for (let at = from; at < to; at++) pen.lineTo(plot.x(at + 0.5), plot.y(this.toPoints(close[at])));
    pen.strokeStyle = plot.ink.soft;
    pen.lineWidth = 1;
    pen.stroke();
  }

  drawCandles(pen, plot, from, to, room) {
    const { open, high, low, close } = this.bars;
    const body = Math.max(1, Math.floor(room * 0.64));
    for (let at = from; at < to; at++) {
      const middle = Math.round(plot.x(at + 0.5));
      const [o, c] = [plot.y(this.toPoints(open[at])), plot.y(this.toPoints(close[at]))];
      line(pen, middle + 0.5, plot.y(this.toPoints(high[at])), middle + 0.5, plot.y(this.toPoints(low[at])), plot.ink.mark);
      pen.fillStyle = close[at] < open[at] ? plot.ink.mark : plot.ink.panel;
      pen.strokeStyle = plot.ink.mark;
      const [x, y, h] = [middle - Math.floor(body / 2), Math.round(Math.min(o, c)), Math.max(1, Math.round(Math.abs(o - c)))];
      pen.fillRect(x, y, body + 1, h);
      if (body > 2) pen.strokeRect(x + 0.5, y + 0.5, body, Math.max(0, h - 1));
    }
  }

  /* The trades whose life touches the view; their exits are sorted, their entries are at most the longest trade before. */
  visible(from, to) {
    const { trades, enter, leave } = this;
    const found = [];
    const longest = trades.longest / (this.data.bars.step * 1000) + 2;
    for (let at = firstNotBelow(leave, from); at < trades.count && leave[at] <= to + longest; at++) {
      if (enter[at] <= to) found.push(at);
    }
    return found;
  }

  drawFills(pen, plot) {
    const { trades } = this;
    const seen = this.visible(plot.view[0], plot.view[1]);
    const many = seen.length > plot.width / 6;
    /* Where fills lie closer than pixels, the first of each kind in a column stands for all of it. */
    const taken = new Set();
    const first = (x, kind) => {
      const key = Math.round(x / (many ? 3 : 0.001)) * 4 + kind;
      return !taken.has(key) && taken.add(key);
    };
    for (const at of seen) {
      const [x1, x2] = [plot.x(this.enter[at]), plot.x(this.leave[at])];
      const [y1, y2] = [plot.y(trades.entryPrice[at]), plot.y(trades.exitPrice[at])];
      const colour = trades.net[at] > 0 ? plot.ink.gain : plot.ink.loss;
      const long = trades.size[at] > 0;
      if (!many || at === this.chosen) {
        const longer = at === this.chosen ? 24 : 0;
        this.drawLevels(pen, plot, at, x1 - longer, x2 + longer);
        pen.globalAlpha = 0.7;
        line(pen, x1, y1, x2, y2, colour);
        pen.globalAlpha = 1;
      }
      const big = many ? 2.6 : 5;
      /* In a crowd entries step aside, so that the price stays in sight between them. */
      const aside = many ? (long ? 7 : -7) : 0;
      if (first(x1, long ? 0 : 1)) arrow(pen, x1, y1 + aside, long ? big : -big, plot.ink.ink);
      if (first(x2, trades.net[at] > 0 ? 2 : 3)) exitMark(pen, x2, y2, big - 1, trades.reasons[trades.reason[at]], colour);
      if (at === this.chosen) ring(pen, (x1 + x2) / 2, (y1 + y2) / 2, Math.hypot(x2 - x1, y2 - y1) / 2 + 14, plot.ink.gain);
    }
  }

  /* Stop and target as far from the entry as the profile sets them; without such distances only the exits tell. */
  drawLevels(pen, plot, at, x1, x2) {
    const { levels } = this.data;
    if (!levels || x2 - x1 < 3) return;
    const side = Math.sign(this.trades.size[at]);
    pen.setLineDash([4, 3]);
    for (const [ticks, colour] of [[-levels.stop, "loss"], [levels.target, "gain"]]) {
      const y = plot.y(this.trades.entryPrice[at] + side * this.toPoints(ticks));
      if (ticks) line(pen, x1, y, x2, y, plot.ink[colour]);
    }
    pen.setLineDash([]);
  }

  hover(x) {
    const { bars, trades, data } = this;
    const bar = Math.min(this.count - 1, Math.max(0, Math.floor(x)));
    if (!(bar >= 0)) return null;
    const price = (ticks) => fixed(this.toPoints(ticks), data.decimals);
    const rows = [
      [this.clock.date(this.times[bar]), this.clock.time(this.times[bar])],
      ["Open", price(bars.open[bar])],
      ["High", price(bars.high[bar])],
      ["Low", price(bars.low[bar])],
      ["Close", price(bars.close[bar])],
    ];
    const held = this.visible(bar, bar + 1);
    for (const at of held.slice(0, 3)) {
      const prices = `${fixed(trades.entryPrice[at], data.decimals)} → ${fixed(trades.exitPrice[at], data.decimals)}`;
      rows.push([`#${at + 1} ${trades.side(at)} ${Math.abs(trades.size[at])}`, prices]);
      rows.push([trades.why(at), money(trades.net[at]), trades.net[at] > 0 ? "gain" : "loss"]);
    }
    if (held.length > 3) rows.push(["and more trades", String(held.length - 3)]);
    return { x: bar + 0.5, y: this.toPoints(bars.close[bar]), rows };
  }
}

function arrow(pen, x, y, size, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - Math.abs(size), y + size * 1.7);
  pen.lineTo(x + Math.abs(size), y + size * 1.7);
  pen.fill();
}

/* A target is a disc, a stop a cross, every other end a square. */
function exitMark(pen, x, y, size, reason, colour) {
  pen.fillStyle = pen.strokeStyle = colour;
  pen.beginPath();
  if (reason === "target") {
    pen.arc(x, y, size, 0, 7);
    pen.fill();
  } else if (reason === "stop") {
    pen.lineWidth = 2;
    for (const lean of [-1, 1]) {
      pen.moveTo(x - size, y - lean * size);
      pen.lineTo(x + size, y + lean * size);
    }
    pen.stroke();
  } else {
    pen.fillRect(x - size + 0.5, y - size + 0.5, 2 * size - 1, 2 * size - 1);
  }
}

function ring(pen, x, y, radius, colour) {
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 7);
  pen.stroke();
}
