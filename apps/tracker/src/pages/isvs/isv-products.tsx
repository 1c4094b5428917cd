import { cellsOf, stepIds } from '@sevenstep/onboarding'
import type { IsvView } from '../../reads/isvs/read-isv.ts'
import type { Texts } from '../../texts/index.ts'
import { BallMark } from '../components/guidance.tsx'
import { HealthPill } from '../components/pill.tsx'
import { StepStrip } from '../components/step-strip.tsx'
import { Table } from '../components/table.tsx'

interface IsvProductsProps {
  readonly products: IsvView['products']
  readonly texts: Texts
}

/** The products of one ISV, worst first, as the portfolio shows them. */
export function IsvProducts({ products, texts }: IsvProductsProps) {
  const { columns } = texts.portfolio
  return (
    <Table
      caption={texts.isvs.products}
      texts={texts}
      rows={products}
      href={({ productId }) => `/products/${productId}`}
      under={({ proved, total }) => texts.shared.requiredProved(proved, total)}
      columns={[
        { key: 'name', header: texts.isvs.products, cell: ({ productName }) => productName },
        {
          key: 'steps',
          header: columns.steps,
          cell: ({ cells }) => {
            const states = cellsOf(cells)
            const steps = stepIds.map((step, index) => ({ step, cell: states[index] ?? ('not-started' as const) }))
            return <StepStrip size="small" texts={texts} steps={steps} />
          },
        },
        { key: 'health', header: columns.health, cell: ({ health }) => <HealthPill level={health} texts={texts} /> },
        {
          key: 'because',
          header: columns.because,
          phone: 'fold-wide',
          cell: ({ because }) => because[texts.language],
        },
        {
          key: 'ball',
          header: columns.ball,
          phone: 'fold',
          cell: ({ ball }) => <BallMark ball={ball} texts={texts} />,
        },
      ]}
    />
  )
}
