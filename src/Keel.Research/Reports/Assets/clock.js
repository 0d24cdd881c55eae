"use strict";

/* The exchange's clock. The page carries the few changes of its offset that matter, so that no time zone data is needed. */
class Clock {
  constructor(zone) {
    this.zone = zone;
  }

  /* A time in milliseconds since 1970, moved so that the UTC parts of a Date read as the exchange's clock. */
  local(time) {
    const { from, offset } = this.zone;
    let at = from.length - 1;
    while (at > 0 && time < from[at] * 1000) at--;
    return time + offset[at] * 1000;
  }

  date(time) {
    const day = new Date(this.local(time));
    return `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
  }

  time(time) {
    const day = new Date(this.local(time));
    const whole = `${two(day.getUTCHours())}:${two(day.getUTCMinutes())}:${two(day.getUTCSeconds())}`;
    const rest = day.getUTCMilliseconds();
    return rest ? `${whole}.${String(rest).padStart(3, "0")}` : whole;
  }

  both(time) {
    return `${this.date(time)} ${this.time(time)}`;
  }
}

const Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const Second = 1000;
const Minute = 60 * Second;
const Hour = 60 * Minute;
const Day = 24 * Hour;

/* The steps in which an axis of time may be divided: the number that changes at each tick, and how the tick is written. */
const clockText = (d) => `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
const dayText = (d) => `${d.getUTCDate()} ${Months[d.getUTCMonth()]}`;
const monthText = (d) => (d.getUTCMonth() ? Months[d.getUTCMonth()] : String(d.getUTCFullYear()));
const every = (length, text) => ({ length, key: (local) => Math.floor(local / length), text });
const everyMonths = (count, text) => ({
  length: count * 30 * Day,
  key: (local) => {
    const d = new Date(local);
    return Math.floor((d.getUTCFullYear() * 12 + d.getUTCMonth()) / count);
  },
  text,
});
const Steps = [
  every(Second, (d) => `${clockText(d)}:${two(d.getUTCSeconds())}`),
  every(10 * Second, (d) => `${clockText(d)}:${two(d.getUTCSeconds())}`),
  ...[1, 5, 15, 30, 60, 180, 360].map((count) =>
    every(count * Minute, (d) => (d.getUTCHours() + d.getUTCMinutes() ? clockText(d) : dayText(d))),
  ),
  every(Day, dayText),
  every(2 * Day, dayText),
  { length: 7 * Day, key: (local) => Math.floor((local / Day + 3) / 7), text: dayText },
  everyMonths(1, monthText),
  everyMonths(3, monthText),
  everyMonths(6, monthText),
  everyMonths(12, (d) => String(d.getUTCFullYear())),
  everyMonths(60, (d) => String(d.getUTCFullYear())),
];

/* Ticks where a step's number changes between neighbouring samples of a time that never runs back. Samples of a continuous axis
   lie beside the round time that they stand for, which is then what is written; bars are written as what they are. */
function timeTicks(clock, count, timeOf, room, continuous = false) {
  const span = timeOf(count - 1) - timeOf(0);
  for (const step of Steps) {
    if (span / step.length > 4 * room + 4) continue;
    const ticks = [];
    let last = step.key(clock.local(timeOf(0)));
    let lastDay = Math.floor(clock.local(timeOf(0)) / Day);
    const round = continuous && step.length < Day;
    const dated = step.length < Day ? dayText : step.text;
    for (let at = 1; at < count; at++) {
      const local = clock.local(timeOf(at));
      const key = step.key(local);
      const day = Math.floor(local / Day);
      if (key !== last) ticks.push({ sample: at, text: (day === lastDay ? step.text : dated)(new Date(round ? key * step.length : local)) });
      last = key;
      lastDay = day;
    }
    if (ticks.length <= room) return ticks;
  }
  return [];
}

/* Numbers, as the page writes them. */
function two(number) {
  return String(number).padStart(2, "0");
}

function fixed(value, decimals) {
  const text = Math.abs(value).toFixed(decimals);
  const [whole, rest] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && Number(text) !== 0 ? "-" : "";
  return sign + grouped + (rest ? "." + rest : "");
}

function money(value, decimals = 2) {
  const text = fixed(Math.abs(value), decimals);
  return (value < 0 && Number(text.replace(/,/g, "")) !== 0 ? "-$" : "$") + text;
}

function lasting(seconds) {
  if (seconds < 60) return `${fixed(seconds, seconds % 1 ? 1 : 0)} s`;
  if (seconds < 5400) return `${fixed(seconds / 60, 1)} min`;
  return seconds < 172800 ? `${fixed(seconds / 3600, 1)} h` : `${fixed(seconds / 86400, 1)} d`;
}

/* Round numbers between two bounds, at most so many. */
function roundTicks(low, high, room) {
  const rough = (high - low) / Math.max(1, room);
  if (!(rough > 0) || !Number.isFinite(rough)) return { step: 1, ticks: [low] };
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999999);
  const ticks = [];
  for (let at = Math.ceil(low / step - 1e-9); at * step <= high + step * 1e-9; at++) ticks.push(at * step);
  return { step, ticks };
}

/* How many decimals a step needs. */
function decimalsOf(step) {
  for (let decimals = 0; decimals < 9; decimals++) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return 9;
}

/* The first place in a sorted array whose value is not below the one asked for. */
function firstNotBelow(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
