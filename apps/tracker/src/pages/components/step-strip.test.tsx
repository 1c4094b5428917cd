import type { StripCell } from '@sevenstep/onboarding'
import { describe, expect, it } from 'vitest'
import { texts } from '../../texts/index.ts'
import { StateSign, StepStrip } from './step-strip.tsx'
import { faviconSvg, logoBars, signs } from './strip-shapes.ts'

const cells: readonly StripCell[] = [
  'proved',
  'failing',
  'waiting',
  'in-review',
  'not-started',
  'not-needed',
  'needs-answer',
]

describe('the strip', () => {
  it('says every step and its state in words, in the language', () => {
    const steps = cells.map((cell, index) => ({ step: ([1, 2, 3, 4, 5, 6, 7] as const)[index] ?? 1, cell }))
    expect(String(<StepStrip size="small" texts={texts('en')} steps={steps} />)).toContain(
      'aria-label="Seven steps: 1 Connector, proved; 2 Sign-in, failing; 3 Embedding, waiting; 4 Templates, in review; ' +
        '5 Deployment, not started; 6 Licences, not needed; 7 AppSource, needs an answer"',
    )
    expect(String(<StepStrip size="small" texts={texts('nl')} steps={steps} />)).toContain(
      'Zeven stappen: 1 Connector, aangetoond; 2 Aanmelden, niet in orde;',
    )
  })

  it('always has seven cells in order, whatever it is given', () => {
    const given = [
      { step: 7, cell: 'proved' },
      { step: 2, cell: 'failing' },
    ] as const
    const small = String(<StepStrip size="small" texts={texts('en')} steps={given} />)
    expect([...small.matchAll(/strip-cell state-([\w-]+)/g)].map(([, cell]) => cell)).toEqual([
      'not-started',
      'failing',
      'not-started',
      'not-started',
      'not-started',
      'not-started',
      'proved',
    ])
    const large = String(<StepStrip size="large" texts={texts('en')} steps={given} />)
    expect([...large.matchAll(/class="step state-([\w-]+)/g)].map(([, cell]) => cell)).toHaveLength(7)
  })

  it.each(cells)('shows %s by a sign of its own, not by colour alone', (cell) => {
    const svg = String(<StateSign cell={cell} label="in words" />)
    expect(svg).toContain('<title>in words</title>')
    if (cell === 'not-started') expect(svg).not.toContain('strip-sign')
    else expect(svg).toContain(`d="${signs[cell]}"`)
  })

  it('gives every state another sign', () => {
    expect(new Set(Object.values(signs)).size).toBe(Object.keys(signs).length)
  })

  it('writes the number of a step that has not started, and hatches one that is not needed', () => {
    const svg = String(<StepStrip size="small" texts={texts('en')} steps={[{ step: 5, cell: 'not-needed' }]} />)
    expect([...svg.matchAll(/<text[^>]*>(\d)<\/text>/g)].map(([, number]) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '6',
      '7',
    ])
    expect(svg.match(/strip-hatch/g)).toHaveLength(1)
  })

  it('links the steps of the large strip and marks the one we are on', () => {
    const steps = [
      { step: 2, cell: 'failing', state: '2 failing', detail: '9 of 11', href: '/two', current: true },
    ] as const
    const html = String(<StepStrip size="large" texts={texts('en')} steps={steps} />)
    expect(html).toContain('<a href="/two" aria-current="step">Sign-in</a>')
    expect(html).toContain('<span class="step-state">2 failing</span><span class="step-detail">9 of 11</span>')
  })

  it('is the logo and the favicon: seven bars of which four are filled', () => {
    expect(logoBars.map(({ filled }) => filled)).toEqual([true, true, true, true, false, false, false])
    expect(String(<StepStrip size="logo" />).match(/<rect/g)).toHaveLength(7)
    expect(faviconSvg().match(/<rect x=/g)).toHaveLength(7)
  })
})
