import { BarChart, type BarSeriesOption } from 'echarts/charts'
import { GridComponent, type GridComponentOption } from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, GridComponent, SVGRenderer])

/** One bar of the plot: of how many a step is proved. */
export interface FunnelBar {
  readonly name: string
  readonly proved: number
  readonly applies: number
  /** Written beside the bar. */
  readonly label: string
}

const width = 256
const rowHeight = 28
const textSize = 13

const drawn = new Map<string, string>()
const mostDrawn = 200

/**
 * Draws the bars as SVG, zero-based and on one scale. Colours are the page's own variables, so the drawing follows light
 * and dark. It carries no style attributes, which the content security policy would refuse, and is remembered by
 * what it shows, since drawing takes longer than the rest of the page.
 */
export function drawFunnel(bars: readonly FunnelBar[]): string {
  const key = JSON.stringify(bars)
  const before = drawn.get(key)
  if (before !== undefined) return before
  const svg = draw(bars)
  const [oldest] = drawn.keys()
  if (drawn.size >= mostDrawn && oldest !== undefined) drawn.delete(oldest)
  drawn.set(key, svg)
  return svg
}

function draw(bars: readonly FunnelBar[]): string {
  const height = bars.length * rowHeight
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(optionFor(bars))
    return withoutStyles(chart.renderToSVGString(), height)
  } finally {
    chart.dispose()
  }
}

function optionFor(bars: readonly FunnelBar[]): ComposeOption<BarSeriesOption | GridComponentOption> {
  const series = { type: 'bar', barWidth: 14, silent: true } as const
  return {
    animation: false,
    grid: { left: 82, right: 58, top: 0, bottom: 0 },
    xAxis: { type: 'value', min: 0, max: Math.max(1, ...bars.map(({ applies }) => applies)), show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: 'var(--color-ink)', fontSize: textSize, align: 'left', margin: 82, interval: 0 },
    },
    series: [
      {
        ...series,
        barGap: '-100%',
        data: bars.map(({ applies }) => applies),
        itemStyle: { color: 'var(--color-sunken)', borderColor: 'var(--color-hairline)', borderWidth: 1 },
        label: {
          show: true,
          position: 'right',
          formatter: ({ dataIndex }) => bars[dataIndex]?.label ?? '',
          color: 'var(--color-quiet)',
          fontSize: textSize,
        },
      },
      { ...series, z: 3, data: bars.map(({ proved }) => proved), itemStyle: { color: 'var(--color-teal)' } },
    ],
  }
}

/** The library writes fonts as style attributes; as plain attributes they are allowed, and the page's own font is used. */
function withoutStyles(svg: string, height: number): string {
  return svg
    .replace(/<svg [^>]*>/, `<svg class="funnel" viewBox="0 0 ${width} ${height}" aria-hidden="true">`)
    .replaceAll(/ style="font-size:(\d+)px;[^"]*"/g, ' font-size="$1"')
    .replaceAll(/ (?:style|ecmeta_\w+|xml:space)="[^"]*"/g, '')
    .replaceAll(/ class="zr[^"]*"/g, '')
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
}
