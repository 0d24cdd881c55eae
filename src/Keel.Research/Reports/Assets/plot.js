/* A plot: axes, a view that can be moved and zoomed, a crosshair. What is drawn inside comes from its specification:
   x     { from, to, ticks(from, to, room) → [{ at, text }], least: narrowest view or 0 when it cannot be zoomed }
   y     { range(from, to) → [low, high], text(value, decimals) }
   draw  (pen, plot)              paints the marks
   hover (x, plot) → { x, y?, rows: [[name, value, colour?]] } or null */
class Plot {
  constructor(host, spec) {
    this.host = host;
    this.spec = spec;
    this.view = [spec.x.from, spec.x.to];
    this.others = [];
    host.classList.add("plot");
    this.base = host.appendChild(document.createElement("canvas"));
    this.top = host.appendChild(document.createElement("canvas"));
    this.top.tabIndex = 0;
    this.top.setAttribute("role", "img");
    this.top.setAttribute("aria-label", spec.label);
    this.tip = host.appendChild(document.createElement("div"));
    this.tip.className = "tip";
    this.tip.hidden = true;
    this.whole = host.appendChild(document.createElement("button"));
    this.whole.className = "whole";
    this.whole.type = "button";
    this.whole.textContent = "Show all";
    this.whole.hidden = true;
    this.whole.addEventListener("click", () => this.look(spec.x.from, spec.x.to));
    new Hand(this);
    new ResizeObserver(() => this.paint()).observe(host);
    Plot.all.push(this);
  }

  get zoomable() {
    return this.spec.x.least > 0;
  }

  get zoomed() {
    const { from, to } = this.spec.x;
    return this.view[1] - this.view[0] < (to - from) * 0.9999;
  }

  /* Two plots with the same axis move together. */
  follow(other) {
    this.others.push(other);
    other.others.push(this);
  }

  look(from, to, led = false) {
    const { from: first, to: last, least } = this.spec.x;
    const width = Math.min(last - first, Math.max(least, to - from));
    const middle = (from + to) / 2;
    const start = Math.min(Math.max(first, middle - width / 2), last - width);
    this.view = [start, start + width];
    this.whole.hidden = !this.zoomed;
    this.paint();
    if (!led) for (const other of this.others) other.look(from, to, true);
  }

  zoom(at, factor) {
    const [from, to] = this.view;
    this.look(at - (at - from) * factor, at + (to - at) * factor);
  }

  x(value) {
    return ((value - this.view[0]) / (this.view[1] - this.view[0])) * this.width;
  }

  y(value) {
    return this.head + (1 - (value - this.low) / (this.high - this.low)) * this.inner;
  }

  valueAt(pixel) {
    return this.view[0] + (pixel / this.width) * (this.view[1] - this.view[0]);
  }

  fit(canvas, width, height) {
    const dense = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * dense), Math.round(height * dense)];
    if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
    const pen = canvas.getContext("2d");
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.font = `11px ${getComputedStyle(this.host).fontFamily}`;
    return pen;
  }

  paint() {
    const [full, tall] = [this.host.clientWidth, this.host.clientHeight];
    if (!full || !tall) return;
    const pen = this.fit(this.base, full, tall);
    const ink = (this.ink = inks());
    const [low, high] = this.spec.y.range(this.view[0], this.view[1]);
    const room = (high - low || Math.abs(high) || 1) * 0.06;
    [this.low, this.high] = [low - (this.spec.y.floor === low ? 0 : room), high + (this.spec.y.floor === high ? 0 : room)];
    this.head = 8;
    this.inner = tall - this.head - 24;
    const { step, ticks } = roundTicks(this.low, this.high, Math.max(2, this.inner / 44));
    this.decimals = decimalsOf(step);
    const texts = ticks.map((value) => this.spec.y.text(value, this.decimals));
    /* Room for the crosshair's label too, which has more decimals; plots one above the other keep one width. */
    const widest = [...ticks, this.low].map((value) => this.spec.y.text(value, Math.max(this.decimals, this.spec.y.decimals ?? 0)));
    const gutter = Math.max(30, ...widest.map((text) => pen.measureText(text).width)) + 10;
    this.width = full - Math.ceil(Math.max(gutter, full > 600 ? 66 : 0));

    pen.textBaseline = "middle";
    ticks.forEach((value, at) => {
      const y = Math.round(this.y(value)) + 0.5;
      line(pen, 0, y, this.width, y, Math.abs(value) < step / 1e6 ? ink.line : ink.grid);
      pen.fillStyle = ink.soft;
      pen.fillText(texts[at], this.width + 8, y);
    });
    pen.textAlign = "center";
    for (const tick of this.spec.x.ticks(this.view[0], this.view[1], Math.max(2, Math.floor(this.width / 72)))) {
      const x = this.x(tick.at);
      const half = pen.measureText(tick.text).width / 2;
      if (x < 0 || x > this.width) continue;
      line(pen, Math.round(x) + 0.5, this.head, Math.round(x) + 0.5, this.head + this.inner + 4, this.spec.x.bare ? null : ink.grid);
      pen.fillStyle = ink.soft;
      pen.fillText(tick.text, Math.min(Math.max(x, half), full - half), tall - 10);
    }
    line(pen, 0, this.head + this.inner + 0.5, this.width, this.head + this.inner + 0.5, ink.line);
    pen.textAlign = "left";
    pen.save();
    pen.beginPath();
    pen.rect(0, 0, this.width, this.head + this.inner);
    pen.clip();
    this.spec.draw(pen, this);
    pen.restore();
    this.point(null);
  }

  /* The crosshair at a pixel, or none. */
  point(at) {
    const [full, tall] = [this.host.clientWidth, this.host.clientHeight];
    const pen = this.fit(this.top, full, tall);
    const found = at === null ? null : this.spec.hover(this.valueAt(Math.min(Math.max(0, at), this.width)), this);
    this.tip.hidden = !found;
    if (!found) return;
    const x = Math.round(this.x(found.x)) + 0.5;
    pen.setLineDash([3, 3]);
    line(pen, x, this.head, x, this.head + this.inner, this.ink.soft);
    if (found.y !== undefined) {
      const y = Math.round(this.y(found.y)) + 0.5;
      line(pen, 0, y, this.width, y, this.ink.soft);
      pen.setLineDash([]);
      pen.fillStyle = this.ink.ink;
      pen.fillRect(this.width + 2, y - 9, full - this.width - 2, 18);
      pen.fillStyle = this.ink.panel;
      pen.textBaseline = "middle";
      pen.fillText(this.spec.y.text(found.y, Math.max(this.decimals, this.spec.y.decimals ?? 0)), this.width + 8, y);
    }
    this.tip.replaceChildren(...found.rows.map(([name, value, colour]) => tipRow(name, value, colour && this.ink[colour])));
    const wide = this.tip.offsetWidth;
    this.tip.style.left = `${Math.max(0, x + 14 + wide > this.width ? x - 14 - wide : x + 14)}px`;
  }

  /* The stretch that a shift-drag has marked. */
  mark(from, to) {
    const pen = this.fit(this.top, this.host.clientWidth, this.host.clientHeight);
    this.tip.hidden = true;
    pen.globalAlpha = 0.15;
    pen.fillStyle = this.ink.gain;
    pen.fillRect(Math.min(from, to), this.head, Math.abs(to - from), this.inner);
    pen.globalAlpha = 1;
  }
}
Plot.all = [];

function tipRow(name, value, colour) {
  const row = document.createElement("div");
  row.append(document.createElement("span"), document.createElement("b"));
  row.firstChild.textContent = name;
  row.lastChild.textContent = value;
  if (colour) row.lastChild.style.color = colour;
  return row;
}

/* The colours of the style sheet as they are now: a canvas knows no variables. */
function inks() {
  const probe = document.body.appendChild(document.createElement("i"));
  const found = {};
  for (const name of ["ink", "soft", "line", "grid", "panel", "gain", "loss", "mark"]) {
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}

function line(pen, x1, y1, x2, y2, colour) {
  if (!colour) return;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/* What mouse, fingers and keys do to a plot. */
class Hand {
  constructor(plot) {
    this.plot = plot;
    this.fingers = new Map();
    const on = (name, does, options) => plot.top.addEventListener(name, (event) => does.call(this, event), options);
    on("pointerdown", this.down);
    on("pointermove", this.move);
    on("pointerup", this.up);
    on("pointercancel", this.up);
    on("pointerleave", (event) => event.pointerType === "mouse" && !this.fingers.size && plot.point(null));
    on("wheel", this.wheel, { passive: false });
    on("keydown", this.key);
    on("dblclick", () => plot.zoomable && plot.look(plot.spec.x.from, plot.spec.x.to));
  }

  at(event) {
    return event.clientX - this.plot.top.getBoundingClientRect().left;
  }

  down(event) {
    const { plot } = this;
    this.fingers.set(event.pointerId, this.at(event));
    if (!plot.zoomable) return plot.point(this.at(event));
    plot.top.setPointerCapture(event.pointerId);
    /* With everything in view there is nothing to move: a mouse's drag then marks the stretch to look at. */
    const marks = event.shiftKey || (event.pointerType === "mouse" && !plot.zoomed);
    this.marked = marks ? this.at(event) : null;
  }

  move(event) {
    const { plot, fingers } = this;
    const at = this.at(event);
    if (!fingers.has(event.pointerId) || !plot.zoomable) return plot.point(at);
    const before = fingers.get(event.pointerId);
    fingers.set(event.pointerId, at);
    if (fingers.size === 2) {
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
      const factor = Math.max(10, Math.abs(before - other)) / Math.max(10, Math.abs(at - other));
      return plot.zoom(plot.valueAt(other), factor);
    }
    if (this.marked !== null) return plot.mark(this.marked, at);
    if (!plot.zoomed) return plot.point(at);
    const by = plot.valueAt(before) - plot.valueAt(at);
    plot.look(plot.view[0] + by, plot.view[1] + by);
  }

  up(event) {
    const { plot } = this;
    this.fingers.delete(event.pointerId);
    const at = this.at(event);
    if (this.marked != null && Math.abs(at - this.marked) > 8) {
      plot.look(plot.valueAt(Math.min(at, this.marked)), plot.valueAt(Math.max(at, this.marked)));
    } else {
      plot.point(at);
    }
    this.marked = null;
  }

  /* A wheel that has just moved the page goes on moving it, and one that cannot zoom out any further does so too. */
  wheel(event) {
    const { plot } = this;
    if (!plot.zoomable || event.timeStamp - Hand.scrolled < 250 || (event.deltaY > 0 && !plot.zoomed)) return;
    event.preventDefault();
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const by = plot.valueAt(event.deltaX) - plot.valueAt(0);
    if (sideways) plot.look(plot.view[0] + by, plot.view[1] + by);
    else plot.zoom(plot.valueAt(this.at(event)), Math.exp(Math.sign(event.deltaY) * 0.2));
  }

  key(event) {
    const { plot } = this;
    const tenth = (plot.view[1] - plot.view[0]) / 10;
    const moves = { ArrowLeft: -tenth, ArrowRight: tenth };
    const zooms = { "+": 0.8, "=": 0.8, "-": 1.25 };
    if (!plot.zoomable) return;
    if (moves[event.key]) plot.look(plot.view[0] + moves[event.key], plot.view[1] + moves[event.key]);
    else if (zooms[event.key]) plot.zoom((plot.view[0] + plot.view[1]) / 2, zooms[event.key]);
    else if (event.key === "0") plot.look(plot.spec.x.from, plot.spec.x.to);
    else return;
    event.preventDefault();
  }
}
Hand.scrolled = -1000;
window.addEventListener("scroll", (event) => (Hand.scrolled = event.timeStamp), { passive: true });
