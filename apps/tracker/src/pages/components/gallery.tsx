import type { HealthLevel, ItemVerdict } from '@sevenstep/onboarding'
import type { Texts } from '../../texts/index.ts'
import { Banner } from './banner.tsx'
import { Button, ButtonRow, LinkButton } from './button.tsx'
import { Card, Section } from './card.tsx'
import type { Frame } from './frame.ts'
import { GalleryForms } from './gallery-forms.tsx'
import { GalleryPackage } from './gallery-package.tsx'
import { GalleryPortfolio, sampleStrip } from './gallery-portfolio.tsx'
import { BallMark, Because, Disclosure, Empty, NextActionPanel, ProgressBar } from './guidance.tsx'
import { Breadcrumb, Tabs } from './links.tsx'
import { DefinitionList, ItemRow, RowList, Timeline } from './lists.tsx'
import { Headline, Page } from './page.tsx'
import { HealthPill, StatePill, VerdictPill } from './pill.tsx'
import { StepStrip } from './step-strip.tsx'
import { Countdown, Day, RelativeTime } from './times.tsx'

const verdicts: readonly ItemVerdict[] = [
  'proved',
  'waived',
  'failing',
  'expired',
  'changes-requested',
  'waiting',
  'could-not-be-checked',
  'advised',
  'needs-answer',
  'in-review',
  'opened',
  'not-started',
  'not-needed',
]

const levels: readonly HealthLevel[] = ['ready', 'on-track', 'at-risk', 'overdue', 'stuck', 'paused', 'new']

/** The parts of the gallery: together they show every component in every state. */
export const galleryParts = ['checklist', 'portfolio', 'package', 'forms', 'states'] as const

interface GalleryProps {
  readonly frame: Frame
  readonly part: (typeof galleryParts)[number]
}

/** One part of the gallery, for eyes and for the accessibility check; not a page of the product. */
export function Gallery({ frame, part }: GalleryProps) {
  const { texts } = frame
  return (
    <Page frame={frame} title={part} width={part === 'portfolio' ? 'wide' : 'page'}>
      {part === 'checklist' && <GalleryChecklist frame={frame} />}
      {part === 'portfolio' && <GalleryPortfolio texts={texts} />}
      {part === 'package' && <GalleryPackage texts={texts} />}
      {part === 'forms' && <GalleryForms texts={texts} />}
      {part === 'states' && <GalleryStates texts={texts} />}
    </Page>
  )
}

function GalleryChecklist({ frame }: { readonly frame: Frame }) {
  const { texts, now } = frame
  const breadcrumb = (
    <Breadcrumb texts={texts} links={[{ label: 'Contoso Fleet', href: '#' }, { label: 'Fleet Connect' }]} />
  )
  return (
    <>
      <Headline
        breadcrumb={breadcrumb}
        title={texts.shared.requiredProved(29, 41)}
        sub={`${texts.shared.target('2027-01-15')} · ${texts.shared.ballSince('isv', 'isv', 3 * 86_400_000)}`}
      />
      <StepStrip size="large" texts={texts} steps={sampleStrip} />
      <ProgressBar proved={29} total={41} texts={texts} />
      <NextActionPanel
        texts={texts}
        title="Use https for the redirect address of Fleet Connect"
        because="Entra refuses http except on localhost, so nobody outside your office could sign in."
        effortMinutes={5}
        action={
          <LinkButton kind="primary" href="#">
            {texts.shared.buttons.showMeHow}
          </LinkButton>
        }
      />
      <Section title="2 Sign-in" lead={<StatePill state="failing">{texts.shared.failing(2)}</StatePill>}>
        <SampleItems texts={texts} now={now} />
        <Disclosure summary="6 more items pass and are folded away · show">
          <p class="quiet">They are listed here.</p>
        </Disclosure>
      </Section>
    </>
  )
}

function SampleItems({ texts, now }: { readonly texts: Texts; readonly now: string }) {
  const when = <RelativeTime at="2026-11-21T09:26:00Z" now={now} texts={texts} />
  const { cells, buttons } = texts.shared
  return (
    <RowList label="Sign-in">
      <ItemRow
        cell="failing"
        state={cells.failing}
        title="Redirect addresses are safe"
        because="1 of 3 uses http: http://fleet.contoso.example/auth"
        note={when}
        href="#one"
        action={buttons.showWhy}
      />
      <ItemRow
        cell="in-review"
        state={cells['in-review']}
        title="Publisher is verified"
        because="Evidence: screenshot of Partner Center"
        note="with the reviewer since yesterday"
        href="#two"
        action={buttons.open}
      />
      <ItemRow
        cell="proved"
        state={cells.proved}
        title="Work accounts of other tenants are accepted"
        because="signInAudience is AzureADMultipleOrgs"
        note="app-manifest.json, 18 Nov"
        href="#three"
        action={buttons.open}
      />
      <ItemRow
        cell="not-started"
        state={cells['not-started']}
        title="Single sign-on for AppSource"
        because="Needed because you answered: we want to be listed"
        note="no file yet"
        href="#four"
        action={buttons.open}
      />
    </RowList>
  )
}

function GalleryStates({ texts }: { readonly texts: Texts }) {
  const now = '2026-11-21T09:30:00Z'
  return (
    <section aria-label="States">
      <Headline title="Every state has a colour and a sign" />
      <Tabs
        label="Parts"
        texts={texts}
        links={[
          { href: '#facts', label: 'Facts', current: true },
          { href: '#findings', label: 'Findings', count: 3 },
          { href: '#conversation', label: 'Conversation', count: 12 },
        ]}
      />
      <div class="stack">
        <Card title="Verdicts and health">
          <p class="flex flex-wrap gap-2 mb-3">
            {verdicts.map((verdict) => (
              <VerdictPill verdict={verdict} texts={texts} />
            ))}
          </p>
          <p class="flex flex-wrap gap-2 mb-3">
            {levels.map((level) => (
              <HealthPill level={level} texts={texts} />
            ))}
          </p>
          <p class="flex flex-wrap gap-4">
            {(['isv', 'us', 'microsoft', 'nobody'] as const).map((ball) => (
              <BallMark ball={ball} texts={texts} />
            ))}
          </p>
        </Card>
        <Card title="Buttons">
          <ButtonRow>
            <Button kind="primary">Submit for review</Button>
            <Button>Save draft</Button>
            <Button kind="quiet">Cancel</Button>
            <Button kind="danger" icon="trash">
              Withdraw
            </Button>
            <Button disabled>Not now</Button>
            <Button copies="text" copied={texts.shared.buttons.copied} icon="copy">
              {texts.shared.buttons.copy}
            </Button>
          </ButtonRow>
        </Card>
        <Banner level="error" title="The file was not stored" request={{ id: '01JD8Z6V', texts }}>
          <p>It holds a client secret on line 18. Remove it, rotate it, and drop the folder again.</p>
        </Banner>
        <Banner level="conflict" title="Mia saved a newer version 4 minutes ago" />
        <Banner level="success" title="Submitted for review" />
        <Banner level="info" title="Read only: this product is live" />
        <Empty
          title="Reviews wait here"
          why="Nothing has been submitted yet. When an ISV submits an item, it shows here, the oldest first."
          action={<LinkButton href="#">Open the portfolio</LinkButton>}
        />
        <div class="columns columns-even">
          <Card title="Facts">
            <DefinitionList
              entries={[
                { term: 'Checked', value: <RelativeTime at="2026-11-20T09:00:00Z" now={now} texts={texts} /> },
                { term: 'Target', value: <Day day="2027-01-15" texts={texts} /> },
                { term: 'Preview window', value: <Countdown at="2026-11-23T17:00:00Z" now={now} texts={texts} /> },
                { term: 'Package address', value: <Countdown at="2026-11-18T17:00:00Z" now={now} texts={texts} /> },
              ]}
            />
            <Because texts={texts}>the certification came back twice without a response schema.</Because>
          </Card>
          <Card title="History">
            <Timeline
              now={now}
              texts={texts}
              entries={[
                { at: '2026-11-21T09:26:00Z', sentence: 'You ran the check; 2 items fail.', mine: true },
                { at: '2026-11-20T14:00:00Z', sentence: 'Sam Reviewer asked for changes: “Which tenant is this?”' },
                { at: '2026-11-02T08:00:00Z', sentence: 'Priya answered the goals for Fleet Connect.' },
              ]}
            />
          </Card>
        </div>
      </div>
    </section>
  )
}
