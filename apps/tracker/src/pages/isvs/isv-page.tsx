import type { IsvView, PossibleOwner } from '../../reads/isvs/read-isv.ts'
import type { Texts } from '../../texts/index.ts'
import { LinkButton } from '../components/button.tsx'
import { Card } from '../components/card.tsx'
import { ErrorSummary } from '../components/form.tsx'
import type { Frame } from '../components/frame.ts'
import { Because, Empty } from '../components/guidance.tsx'
import { Breadcrumb } from '../components/links.tsx'
import { DefinitionList } from '../components/lists.tsx'
import { Headline, Page } from '../components/page.tsx'
import { StatePill } from '../components/pill.tsx'
import { Day } from '../components/times.tsx'
import { AssignIsv, ChangeIsv, MoveIsv } from './isv-changes.tsx'
import { errorList, type IsvValues } from './isv-form.tsx'
import { IsvProducts } from './isv-products.tsx'

/** What the viewer may do on the page of an ISV. */
export interface IsvRights {
  readonly staff: boolean
  readonly manages: boolean
  readonly addsProducts: boolean
  readonly managesPeople: boolean
}

interface IsvPageProps {
  readonly frame: Frame
  readonly view: IsvView
  readonly rights: IsvRights
  /** Those who could look after it; only for whoever may change that. */
  readonly owners: readonly PossibleOwner[]
  readonly formKey: string
  /** A form that was refused: what was typed, and what is wrong with it. */
  readonly refused?: { readonly values: IsvValues; readonly errors: Readonly<Record<string, string>> } | undefined
}

const pillStates = {
  invited: 'new',
  active: 'on-track',
  paused: 'paused',
  completed: 'ready',
  archived: 'not-needed',
} as const

/** One ISV: its products and where they stand, its state and why, and who looks after it. */
export function IsvPage({ frame, view, rights, owners, formKey, refused }: IsvPageProps) {
  const { texts } = frame
  const { isv, products } = view
  const words = texts.isvs
  const open = products.filter(({ status }) => !['ready', 'live', 'withdrawn'].includes(status)).length
  const isArchived = isv.state === 'archived'
  const because = isv.state === 'paused' ? words.because.paused(isv.pauseReason ?? '') : words.because[isv.state]
  return (
    <Page frame={frame} title={isv.name}>
      <ErrorSummary errors={errorList(refused?.errors ?? {})} texts={texts} />
      <Headline
        title={words.headline(products.length, open)}
        sub={isv.name}
        breadcrumb={
          rights.staff ? (
            <Breadcrumb
              texts={texts}
              links={[{ label: texts.portfolio.title, href: '/portfolio' }, { label: isv.name }]}
            />
          ) : undefined
        }
        actions={
          <>
            {rights.managesPeople && <LinkButton href={`/isvs/${isv.id}/members`}>{words.people}</LinkButton>}
            {rights.addsProducts && !isArchived && (
              <LinkButton kind="primary" icon="plus" href={`/isvs/${isv.id}/products/new`}>
                {words.addProduct}
              </LinkButton>
            )}
          </>
        }
      />
      <div class="columns">
        <div class="stack">
          {products.length === 0 ? (
            <Empty title={words.noProducts.title} why={words.noProducts.why} />
          ) : (
            <IsvProducts products={products} texts={texts} />
          )}
          {rights.manages && !isArchived && (
            <>
              <ChangeIsv isv={isv} formKey={formKey} refused={refused} texts={texts} />
              <AssignIsv isv={isv} owners={owners} texts={texts} />
            </>
          )}
        </div>
        <div class="stack">
          <Card title={<StatePill state={pillStates[isv.state]}>{words.states[isv.state]}</StatePill>}>
            <Because texts={texts}>{because}</Because>
            <div class="facts">
              <Facts view={view} texts={texts} />
            </div>
          </Card>
          {rights.manages && <MoveIsv isv={isv} formKey={formKey} refused={refused} texts={texts} />}
        </div>
      </div>
    </Page>
  )
}

function Facts({ view, texts }: { readonly view: IsvView; readonly texts: Texts }) {
  const { isv, ownerName } = view
  const { fields, nobody } = texts.isvs
  return (
    <DefinitionList
      entries={[
        { term: fields.owner, value: ownerName ?? nobody },
        ...(isv.reviewOn === null ? [] : [{ term: fields.reviewOn, value: <Day day={isv.reviewOn} texts={texts} /> }]),
        { term: fields.timeZone, value: isv.timeZone },
        ...(isv.externalId === null ? [] : [{ term: fields.externalId, value: isv.externalId }]),
        { term: fields.since, value: <Day day={isv.createdAt.toISOString()} texts={texts} /> },
      ]}
    />
  )
}
