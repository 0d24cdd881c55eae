/* Puts the page together: reads the data, draws what the page has room for, and changes between light and dark. */
const page = { data: JSON.parse(document.getElementById("report-data").textContent) };
page.clock = new Clock(page.data.zone);
page.trades = new Trades(page.data.trades);

for (const host of document.querySelectorAll("[data-chart]")) Charts[host.dataset.chart](host, page);

const table = document.getElementById("trade-table");
if (table) page.table = new TradeTable(table, page);

const repaint = () => Plot.all.forEach((plot) => plot.paint());
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
const toggle = document.getElementById("theme");
function name() {
  toggle.textContent = isDark() ? "Light" : "Dark";
  toggle.setAttribute("aria-label", `Change to ${isDark() ? "light" : "dark"} colours`);
}
toggle.addEventListener("click", () => {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  name();
  repaint();
});
dark.addEventListener("change", () => (name(), repaint()));
name();

/* Paper is white, whatever the screen is. */
let screenTheme;
window.addEventListener("beforeprint", () => {
  screenTheme = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = "light";
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  repaint();
});
window.addEventListener("afterprint", () => {
  if (screenTheme) document.documentElement.dataset.theme = screenTheme;
  else delete document.documentElement.dataset.theme;
  repaint();
});
document.documentElement.dataset.ready = "yes";
