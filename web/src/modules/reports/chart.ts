// Charts: few, plain, in a palette that colour-blind readers tell apart.
import { BarController, BarElement, CategoryScale, Chart, Filler, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip, type ChartConfiguration } from 'chart.js';

export interface Series {
  name: string;
  values: number[];
}

export function registerCharts(): void {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.register(BarController, BarElement, CategoryScale, Filler, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);
}

interface Wanted {
  labels: string[];
  series: Series[];
  kind: 'bar' | 'line' | 'across';
  colour: (name: string) => string;
  money: (amount: number) => string;
  /** Opens what stands behind the figures of one label. */
  pick?: ((index: number) => void) | undefined;
}

export function shortAmount(amount: number): string {
  const size = Math.abs(amount);
  const text = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  if (size >= 1e6) return `${text(amount / 1e6)} M`;
  if (size >= 1e4) return `${text(amount / 1e3)} k`;
  return text(amount);
}

/** A long name on two lines or more, so that none is cut off at the edge of the chart. */
export function wrapped(label: string, width = 24): string | string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 1 ? lines : label;
}

export function chartConfiguration({ labels, series, kind, colour, money, pick }: Wanted): ChartConfiguration<'bar' | 'line'> {
  const palette = [1, 2, 3, 4, 5, 6].map((number) => colour(`--d-chart-${number}`));
  const across = kind === 'across';
  const amounts = { beginAtZero: true, grid: { color: colour('--d-line') }, border: { display: false }, ticks: { color: colour('--d-ink-soft'), callback: (value: number | string) => shortAmount(Number(value)), maxTicksLimit: 6 } };
  const names = { grid: { display: false }, border: { color: colour('--d-line') }, ticks: { color: colour('--d-ink-soft'), autoSkip: !across } };
  return {
    type: kind === 'line' ? 'line' : 'bar',
    data: {
      labels: across ? labels.map((label) => wrapped(label)) : labels,
      datasets: series.map((one, index) => ({
        label: one.name,
        data: one.values,
        backgroundColor: kind === 'line' ? `${palette[index % 6]}22` : palette[index % 6],
        borderColor: palette[index % 6],
        borderWidth: kind === 'line' ? 2 : 0,
        fill: kind === 'line' && index === 0,
        tension: 0, // between two months nothing is known: a curve would show sums that never were
        pointRadius: 2,
        borderRadius: 4,
        maxBarThickness: 34,
      })),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      indexAxis: across ? 'y' : 'x',
      ...(pick && {
        onClick: (_event, found) => found[0] && pick(found[0].index),
        onHover: (event, found) => ((event.native?.target as HTMLElement).style.cursor = found.length > 0 ? 'pointer' : ''),
      }),
      interaction: { mode: 'index', intersect: false, axis: across ? 'y' : 'x' },
      scales: across ? { x: amounts, y: names } : { x: names, y: amounts },
      plugins: {
        legend: { display: series.length > 1, position: 'top', align: 'end', labels: { color: colour('--d-ink'), boxWidth: 10, boxHeight: 10, usePointStyle: true } },
        tooltip: { callbacks: { label: (item) => ` ${item.dataset.label} : ${money(Number(across ? item.parsed.x : item.parsed.y))}` } },
      },
    },
  };
}
