import type { Texts } from '../../texts/index.ts'
import { Tabs } from '../components/links.tsx'

/** Waivers and objections side by side: what the programme decides besides reviews. */
export function DecisionTabs({ current, texts }: { readonly current: 'waivers' | 'disputes'; readonly texts: Texts }) {
  const { tabs } = texts.waivers
  return (
    <Tabs
      label={tabs.label}
      texts={texts}
      links={(['waivers', 'disputes'] as const).map((tab) => ({
        href: `/${tab}`,
        label: tabs[tab],
        current: tab === current,
      }))}
    />
  )
}
