import { items, ruleFamiliesNamed } from '@sevenstep/onboarding'
import type { RunRead } from '../../reads/checks/read-checks.ts'
import type { Texts } from '../../texts/index.ts'
import { say } from '../checklist/told.tsx'
import { Section } from '../components/card.tsx'
import { Table } from '../components/table.tsx'
import { outcomeOf } from '../items/facts-block.tsx'

interface ReportedItemsProps {
  readonly run: RunRead['run']
  readonly productId: string
  readonly texts: Texts
}

/** What the report of a deployment says of the checklist, item by item; it is silent of all others. */
export function ReportedItems({ run, productId, texts }: ReportedItemsProps) {
  const words = texts.checks.reported
  const named = ruleFamiliesNamed()
  const facts = new Map(Object.entries(run.families ?? {}).map(([family, fact]) => [named.get(family), fact]))
  // In the order of the checklist; the database keeps none.
  const rows = items.flatMap((item) => {
    const fact = facts.get(item.id)
    return fact === undefined ? [] : [{ item, value: outcomeOf(fact, texts) }]
  })
  if (rows.length === 0) return null
  return (
    <Section title={words.title} id="reported">
      <p class="small quiet mb-2">{words.source}</p>
      <Table
        caption={words.title}
        texts={texts}
        rows={rows}
        columns={[
          {
            key: 'item',
            header: words.item,
            cell: ({ item }) => (
              <a class="link" href={`/products/${productId}/items/${item.id}`}>
                {say(item.title, texts)}
              </a>
            ),
          },
          { key: 'value', header: words.value, cell: ({ value }) => value },
        ]}
      />
    </Section>
  )
}
