/* The other charts of the page, by the name that their figure carries. */
const Charts = {
  price(host, page) {
    page.price = new PriceChart(host, page.data, page.clock, page.trades);
    const button = document.getElementById("price-style");
    button?.addEventListener("click", () => {
      page.price.lined = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(page.price.lined));
      page.price.plot.paint();
    });
  },

  equity(host, page) {
    const { equity, before } = page.trades;
    page.equity = timePlot(host, page, "Equity after every trade", [before, equity], (pen, plot, part) => {
      pen.globalAlpha = 0.8;
      pen.strokeStyle = plot.ink.soft;
      pen.lineWidth = 1;
      pen.stroke(part(before).edge);
      pen.globalAlpha = 0.12;
      pen.fillStyle = plot.ink.gain;
      const { edge, area } = part(equity);
      pen.fill(area);
      pen.globalAlpha = 1;
      pen.strokeStyle = plot.ink.gain;
      pen.lineWidth = 1.6;
      pen.stroke(edge);
    }, (at) => [["Equity", money(equity[at])], ["Before costs", money(before[at])]]);
    if (page.drawdown) page.equity.follow(page.drawdown);
  },

  drawdown(host, page) {
    const { drawdown } = page.trades;
    page.drawdown = timePlot(host, page, "Fall below the highest equity so far", [drawdown], (pen, plot, part) => {
      const { edge, area } = part(drawdown);
      pen.globalAlpha = 0.22;
      pen.fillStyle = pen.strokeStyle = plot.ink.loss;
      pen.fill(area);
      pen.globalAlpha = 1;
      pen.lineWidth = 1.4;
      pen.stroke(edge);
    }, (at) => [["Below maximum", money(drawdown[at])]], 0);
    if (page.equity) page.drawdown.follow(page.equity);
  },

  distribution(host, page) {
    const { net } = page.trades;
    const mean = net.reduce((sum, value) => sum + value, 0) / net.length;
    barsOfValues(host, net, "Net profit of a trade", "trades", [[mean, "mean", "ink"]], true);
  },

  random(host, page) {
    const { net, strategy, costs } = page.data.random;
    const lines = [[-costs, "costs alone", "soft"], [strategy, "strategy", "gain"]];
    barsOfValues(host, Float64Array.from(net), "Net per trade of random entries", "runs", lines, false);
  },

  hours(host, page) {
    groups(host, page.data.hours, "Net per trade by hour of entry", (hour) => `${two(hour)}:00`, (hour) => two(hour));
  },

  weekdays(host, page) {
    const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    groups(host, page.data.weekdays, "Net per trade by weekday", (day) => names[day - 1], (day) => names[day - 1].slice(0, 3));
  },

  sharpe(host, page) {
    const { day, value } = page.data.sharpe;
    const timeOf = (at) => day[at] * Day + 17 * Hour;
    const known = (at) => value[at] !== null;
    new Plot(host, {
      label: "Rolling Sharpe ratio",
      x: {
        from: 0,
        to: Math.max(1, day.length - 1),
        least: Math.min(10, day.length - 1),
        ticks: (from, to, room) => {
          const first = Math.floor(from);
          const count = Math.min(day.length - 1, Math.ceil(to)) - first + 1;
          if (count < 2) return [];
          return timeTicks(page.clock, count, (at) => timeOf(first + at), room).map(({ sample, text }) => ({ at: first + sample, text }));
        },
      },
      y: {
        range: (from, to) => {
          const seen = value.slice(Math.floor(from), Math.ceil(to) + 1).filter((one) => one !== null);
          return [Math.min(0, ...seen), Math.max(0, ...seen)];
        },
        text: (one, decimals) => fixed(one, Math.min(2, decimals)),
        decimals: 2,
      },
      draw: (pen, plot) => {
        pen.beginPath();
        for (let at = Math.max(0, Math.floor(plot.view[0]) - 1); at <= Math.min(day.length - 1, plot.view[1] + 1); at++) {
          if (!known(at)) continue;
          if (at && known(at - 1)) pen.lineTo(plot.x(at), plot.y(value[at]));
          else pen.moveTo(plot.x(at), plot.y(value[at]));
        }
        pen.strokeStyle = plot.ink.gain;
        pen.lineWidth = 1.4;
        pen.stroke();
      },
      hover: (x) => {
        const at = Math.min(day.length - 1, Math.max(0, Math.round(x)));
        const text = known(at) ? fixed(value[at], 2) : "undefined";
        return { x: at, y: known(at) ? value[at] : undefined, rows: [[page.clock.date(timeOf(at)), ""], ["Sharpe", text]] };
      },
    });
  },
};

/* A plot of what holds from one exit to the next, over the time of the data. */
function timePlot(host, page, label, columns, draw, rows, floor) {
  const { exit } = page.trades;
  const [from, to] = page.data.range.map((seconds) => seconds * 1000);
  /* Per pixel column the extremes and the last value: the picture of 100,000 trades is that of all of them. */
  const part = (plot, values) => {
    const edge = new Path2D();
    const first = firstNotBelow(exit, plot.view[0]);
    const last = firstNotBelow(exit, plot.view[1]);
    let y = plot.y(first ? values[first - 1] : 0);
    edge.moveTo(0, y);
    for (let at = first; at < last; ) {
      const x = Math.round(plot.x(exit[at]) * 2) / 2;
      let [low, high, end] = [Infinity, -Infinity, 0];
      for (; at < last && Math.round(plot.x(exit[at]) * 2) / 2 === x; at++) {
        end = values[at];
        low = Math.min(low, end);
        high = Math.max(high, end);
      }
      edge.lineTo(x, y);
      edge.lineTo(x, plot.y(low));
      edge.lineTo(x, plot.y(high));
      edge.lineTo(x, (y = plot.y(end)));
    }
    edge.lineTo(plot.width, y);
    const area = new Path2D(edge);
    area.lineTo(plot.width, plot.y(0));
    area.lineTo(0, plot.y(0));
    return { edge, area };
  };
  return new Plot(host, {
    label,
    x: {
      from,
      to: Math.max(to, from + 1000),
      least: Math.max(1000, (to - from) / 20000),
      ticks: (left, right, room) =>
        timeTicks(page.clock, 2000, (at) => left + ((right - left) * at) / 1999, room, true).map(({ sample, text }) => ({
          at: left + ((right - left) * sample) / 1999,
          text,
        })),
    },
    y: {
      floor,
      range: (left, right) => {
        let [low, high] = [0, 0];
        const [first, last] = [Math.max(0, firstNotBelow(exit, left) - 1), firstNotBelow(exit, right)];
        for (const values of columns) {
          for (let at = first; at < last; at++) {
            low = Math.min(low, values[at]);
            high = Math.max(high, values[at]);
          }
        }
        return low === high ? [low - 1, floor ?? high + 1] : [low, high];
      },
      text: (value, decimals) => money(value, decimals ? 2 : 0),
      decimals: 2,
    },
    draw: (pen, plot) => draw(pen, plot, (values) => part(plot, values)),
    hover: (x) => {
      const at = Math.min(page.trades.count, firstNotBelow(exit, x + 1)) - 1;
      if (at < 0) return { x, rows: [[page.clock.both(x), "before the first trade"]] };
      return { x, y: columns.at(-1)[at], rows: [[page.clock.both(exit[at]), `#${at + 1}`], ...rows(at)] };
    },
  });
}

/* How often values lie in which stretch; the stretches meet at zero, so that none holds both gains and losses. */
function barsOfValues(host, values, label, counted, lines, signed) {
  const sorted = Float64Array.from(values).sort();
  const within = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const spread = sorted.length > 400 ? [within(0.002), within(0.998)] : [sorted[0], sorted[sorted.length - 1]];
  const low = Math.min(spread[0], 0, ...lines.map(([at]) => at));
  const high = Math.max(spread[1], 0, ...lines.map(([at]) => at));
  const { step } = roundTicks(low, high === low ? low + 1 : high, Math.min(48, Math.max(12, Math.sqrt(sorted.length) * 2)));
  const first = Math.floor(low / step);
  const bins = new Float64Array(Math.floor(high / step) - first + 1);
  for (const value of sorted) bins[Math.min(bins.length - 1, Math.max(0, Math.floor(value / step + 1e-9) - first))]++;
  const top = Math.max(...bins);
  const edge = (bin) => (first + bin) * step;
  new Plot(host, {
    label,
    x: {
      from: edge(0),
      to: edge(bins.length),
      least: step * 5,
      ticks: (from, to, room) => {
        const found = roundTicks(from, to, room);
        return found.ticks.map((at) => ({ at, text: money(at, decimalsOf(found.step) ? 2 : 0) }));
      },
      bare: true,
    },
    y: { floor: 0, range: () => [0, top], text: (value) => (Number.isInteger(value) ? fixed(value, 0) : ""), decimals: 0 },
    draw: (pen, plot) => {
      bins.forEach((count, bin) => {
        const [x, next, y] = [plot.x(edge(bin)), plot.x(edge(bin + 1)), plot.y(count)];
        pen.fillStyle = !signed ? plot.ink.mark : first + bin < 0 ? plot.ink.loss : plot.ink.gain;
        pen.fillRect(x + 0.5, y, Math.max(1, next - x - 1), plot.y(0) - y);
      });
      lines.forEach(([at, name, colour], row) => {
        const x = Math.round(plot.x(at)) + 0.5;
        pen.setLineDash([5, 3]);
        line(pen, x, 0, x, plot.y(0), plot.ink[colour]);
        pen.setLineDash([]);
        const text = `${name} ${money(at)}`;
        const wide = pen.measureText(text).width;
        const left = x + 6 + wide > plot.width ? x - 6 - wide : x + 6;
        pen.fillStyle = plot.ink.panel;
        pen.fillRect(left - 2, plot.head + row * 16 - 2, wide + 4, 15);
        pen.fillStyle = plot.ink[colour === "soft" ? "soft" : "ink"];
        pen.fillText(text, left, plot.head + row * 16 + 6);
      });
    },
    hover: (x) => {
      const bin = Math.min(bins.length - 1, Math.max(0, Math.floor(x / step) - first));
      const from = bin === 0 && sorted[0] < edge(0) ? "below" : `${money(edge(bin))} to`;
      return {
        x: edge(bin + 0.5),
        rows: [[from, money(edge(bin + 1))], [counted, `${fixed(bins[bin], 0)} (${fixed((100 * bins[bin]) / sorted.length, 1)} %)`]],
      };
    },
  });
}

/* Mean net of a trade in each group, with the interval in which the true mean lies in 95 of 100 cases. */
function groups(host, rows, label, long, short) {
  const reach = (row) => 1.96 * row[3];
  const trusted = rows.filter((row) => row[1] >= 5);
  new Plot(host, {
    label,
    x: {
      from: -0.5,
      to: rows.length - 0.5,
      least: 0,
      bare: true,
      ticks: (from, to, room) => {
        const skip = Math.ceil(rows.length / Math.max(room, host.clientWidth / 34));
        return rows.map((row, at) => ({ at, text: short(row[0]) })).filter((_, at) => at % skip === 0);
      },
    },
    y: {
      range: () => [
        Math.min(0, ...rows.map((row) => row[2]), ...trusted.map((row) => row[2] - reach(row))),
        Math.max(0, ...rows.map((row) => row[2]), ...trusted.map((row) => row[2] + reach(row))),
      ],
      text: (value, decimals) => money(value, decimals ? 2 : 0),
      decimals: 2,
    },
    draw: (pen, plot) => {
      const half = Math.min(22, (plot.width / rows.length) * 0.34);
      rows.forEach((row, at) => {
        const [x, y, zero] = [plot.x(at), plot.y(row[2]), plot.y(0)];
        pen.fillStyle = row[2] < 0 ? plot.ink.loss : plot.ink.gain;
        pen.fillRect(x - half, Math.min(y, zero), 2 * half, Math.max(1, Math.abs(zero - y)));
        if (row[3] === null) return;
        const [top, bottom] = [plot.y(row[2] + reach(row)), plot.y(row[2] - reach(row))];
        line(pen, x, top, x, bottom, plot.ink.ink);
        line(pen, x - 4, top, x + 4, top, plot.ink.ink);
        line(pen, x - 4, bottom, x + 4, bottom, plot.ink.ink);
      });
    },
    hover: (x) => {
      const at = Math.min(rows.length - 1, Math.max(0, Math.round(x)));
      const [key, count, mean, error] = rows[at];
      const interval = error === null ? "one trade only" : `${money(mean - 1.96 * error)} to ${money(mean + 1.96 * error)}`;
      return {
        x: at,
        rows: [[long(key), `${fixed(count, 0)} trades`], ["Net per trade", money(mean), mean < 0 ? "loss" : "gain"], ["95 % interval", interval], ["Net in all", money(mean * count)]],
      };
    },
  });
}
