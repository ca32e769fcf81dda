import type { ECharts } from './chart-engine';

/** One line or set of bars; its colour is the name of one of our style variables. */
interface Series {
  name: string;
  kind: 'bar' | 'line';
  color: string;
  values: (number | null)[];
}

interface Data {
  categories: string[];
  series: Series[];
  /** Bars that lie, their names at the left: for long names. */
  lying: boolean;
}

const NO_MOTION = { animation: false };

/** An A4 sheet between the margins of the style sheet, in pixels. */
const SHEET_WIDTH = 718;

/**
 * A chart by Apache ECharts, which is loaded when the first chart is shown. What it shows stands in a table beside it, so it
 * is one picture with a name to screen readers. Colours and type come from the page and follow its dark mode.
 */
class RappelChart extends HTMLElement {
  private shown?: Data;
  private engine?: ECharts;
  private readonly size = new ResizeObserver(() => this.engine?.resize());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly draw = () => this.engine && this.paint();
  /** Light and no wider than a sheet. The layout of the paper comes after this event: it cannot be asked. */
  private readonly toPaper = () => this.redraw('light', SHEET_WIDTH);
  private readonly toScreen = () => this.redraw('', 'auto');

  set data(data: Data) {
    this.shown = data;
    void this.start();
  }

  get data(): Data | undefined {
    return this.shown;
  }

  connectedCallback() {
    this.setAttribute('role', 'img');
    this.dark.addEventListener('change', this.draw);
    addEventListener('beforeprint', this.toPaper);
    addEventListener('afterprint', this.toScreen);
    void this.start();
  }

  disconnectedCallback() {
    this.dark.removeEventListener('change', this.draw);
    removeEventListener('beforeprint', this.toPaper);
    removeEventListener('afterprint', this.toScreen);
    this.size.disconnect();
    this.engine?.dispose();
    this.engine = undefined;
  }

  private async start() {
    if (!this.shown) {
      return;
    }
    const { init } = await import('./chart-engine');
    if (!this.isConnected) {
      return;
    }
    if (!this.engine) {
      this.engine = init(this, undefined, { renderer: 'svg' });
      this.size.observe(this);
    }
    this.paint();
  }

  private redraw(scheme: string, width: number | 'auto') {
    this.style.colorScheme = scheme;
    this.engine?.resize({ width });
    this.draw();
  }

  private paint() {
    const { categories, series, lying } = this.shown!;
    const number = new Intl.NumberFormat(document.documentElement.lang || 'fr', { maximumFractionDigits: 1 });
    const say = (value: number | null) => (value == null ? '–' : number.format(value));
    const text = this.color('--rappel-text');
    const quiet = this.color('--rappel-text-quiet');
    const line = this.color('--rappel-border');
    const style = getComputedStyle(this);
    const type = { fontFamily: style.fontFamily, fontSize: parseFloat(style.fontSize) };
    const size = type.fontSize;
    const names = {
      type: 'category' as const,
      data: categories,
      inverse: lying,
      axisLabel: { color: quiet, ...type, ...(lying ? { width: 16 * size, overflow: 'truncate' as const } : {}) },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    };
    const values = {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: { color: quiet, ...type, formatter: (value: number) => number.format(value) },
      splitLine: { lineStyle: { color: line } },
    };
    this.engine!.setOption(
      {
        ...NO_MOTION,
        textStyle: { ...type, color: text },
        grid: { left: 8, right: 16, top: series.length > 1 ? 3 * size : size, bottom: 8, containLabel: true },
        legend: series.length > 1 ? { top: 0, left: 0, textStyle: { color: text, ...type } } : undefined,
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          valueFormatter: (value: unknown) => say(value as number | null),
          backgroundColor: this.color('--rappel-surface-raised'),
          borderColor: line,
          textStyle: { color: text, ...type },
        },
        xAxis: lying ? values : names,
        yAxis: lying ? names : values,
        series: series.map((one) => ({
          type: one.kind,
          name: one.name,
          data: one.values,
          color: this.color(one.color),
          barMaxWidth: 28,
          barGap: '10%',
          symbol: 'circle',
          symbolSize: categories.length > 60 ? 0 : 6,
          lineStyle: { width: 2 },
        })),
      },
      true,
    );
  }

  /** The colour that a style variable has here and now; the variable itself only says which for light and which for dark. */
  private color(variable: string) {
    const probe = document.createElement('span');
    probe.style.color = `var(${variable})`;
    this.append(probe);
    const color = getComputedStyle(probe).color;
    probe.remove();
    return color;
  }
}

customElements.define('rappel-chart', RappelChart);

export {};
