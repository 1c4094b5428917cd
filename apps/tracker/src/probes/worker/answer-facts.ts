import { createReport, type DraftSubject, type Finding } from '@sevenstep/findings'
import {
  checkHostPage,
  describeRules as describePageRules,
  ruleFamilies as pageFamilies,
  readHostPage,
} from '@sevenstep/flow-embed/checks'
import {
  checkOffer,
  describeRules as describeOfferRules,
  ruleFamilies as offerFamilies,
  readOffer,
} from '@sevenstep/listing-checks'
import { pageTitle } from '@sevenstep/listing-checks/live'
import type { AddressFacts, Edition, FamilyFact, ProbeRule, RulesNamed } from '@sevenstep/onboarding'
import { judgeConsentAddress } from '@sevenstep/sign-in-checks'
import { type PartSources, partFacts } from '../../checks/part-facts.ts'
import { isSignInHost } from './sign-in-hosts.ts'

/** What an address answered, as it came. */
export interface AnswerToRead {
  /** As it was handed in. */
  readonly address: string
  /** The address that answered in the end. */
  readonly finalAddress: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The body; empty where it was too large to be read. */
  readonly text: string
  readonly rule: ProbeRule
  readonly productName: string
  readonly edition: Edition
}

/** The part of the facts that is read from an answer. */
export type AnswerFacts = Pick<
  AddressFacts,
  'title' | 'signIn' | 'namesProduct' | 'isOpenIdConfiguration' | 'wrongParts' | 'families' | 'findings'
>

const longestTitle = 200
const longestSaid = 300
const mostFindings = 5

/** Reads what an item asks about from an answer; the rest of the body is left alone. Pure, and hostile answers are its business. */
export function answerFacts(answer: AnswerToRead): AnswerFacts {
  const { rule, text, address } = answer
  const isPage = (answer.headers['content-type'] ?? '').toLowerCase().includes('html')
  const title = isPage ? pageTitle(text)?.slice(0, longestTitle) : undefined
  const signIn = isPage ? signInOf(answer) : undefined
  return {
    ...(title !== undefined && { title }),
    ...(signIn !== undefined && { signIn }),
    ...(title !== undefined && rule.namesProduct === true && { namesProduct: namesProduct(answer, title) }),
    ...(rule.form === 'openid-configuration' && { isOpenIdConfiguration: isOpenIdConfiguration(text) }),
    ...(rule.form === 'consent-address' && { wrongParts: judgeConsentAddress(address).map(({ part }) => part) }),
    ...(rule.rules !== undefined && judgedBy(answer, rule.rules, title)),
  }
}

/** Whether it is a page to sign in, by its host or because it asks for a password. */
function signInOf({ finalAddress, text }: AnswerToRead): 'microsoft' | 'other' | undefined {
  const known = isSignInHost(new URL(finalAddress).hostname)
  if (known !== undefined) return known
  const [page] = readHostPage([{ path: 'index.html', text }]).page.pages
  const asks = page?.elements.some(
    ({ name, attributes }) => name === 'input' && attributes.get('type')?.value.trim().toLowerCase() === 'password',
  )
  return asks === true ? 'other' : undefined
}

function isOpenIdConfiguration(text: string): boolean {
  try {
    const document: unknown = JSON.parse(text)
    if (typeof document !== 'object' || document === null) return false
    return ['issuer', 'authorization_endpoint', 'token_endpoint'].every(
      (name) => typeof Reflect.get(document, name) === 'string',
    )
  } catch {
    return false
  }
}

/** What the rules of a room say of the answer, of the parts that the item names. */
function judgedBy(
  answer: AnswerToRead,
  { room, families: names }: RulesNamed,
  title: string | undefined,
): Pick<AddressFacts, 'families' | 'findings'> {
  const report = room === 'flow-embed' ? pageReport(answer) : offerReport(answer, title)
  const { alsoFails = [] } = answer.rule
  const families: Record<string, FamilyFact> = {}
  for (const name of [...names, ...alsoFails]) {
    const fact = report.parts[name]
    if (fact === undefined || (fact.outcome !== 'failed' && alsoFails.includes(name))) continue
    const { outcome, errors, warnings, first } = fact
    families[name] = { outcome, errors, warnings, ...(first !== undefined && { first: first.slice(0, longestSaid) }) }
  }
  const named = new Set(report.families.flatMap(({ id, rules }) => rulesNamed(families, id, Object.keys(rules))))
  const findings = report.findings
    .filter(({ ruleId, severity }) => severity === 'error' && named.has(ruleId))
    .slice(0, mostFindings)
    .map(({ ruleId: rule, message: { what, fix } }) => ({
      rule,
      what: what.slice(0, longestSaid),
      fix: fix.slice(0, longestSaid),
    }))
  return { families, ...(findings.length > 0 && { findings }) }
}

/** The rules of a family that are named, by the family's name or by their own. */
function rulesNamed(named: object, family: string, rules: readonly string[]): readonly string[] {
  return family in named ? rules : rules.filter((rule) => rule in named)
}

/** What the rules of a room found, and what that says of each part that items may name. */
interface RoomReport {
  readonly parts: Readonly<Record<string, FamilyFact>>
  readonly findings: readonly Finding[]
  readonly families: PartSources['families']
}

/** Of a page that embeds widgets: its headers and what its own text shows; or of Microsoft’s script. */
function pageReport({ finalAddress, status, headers, text, edition, rule }: AnswerToRead) {
  const contentType = headers['content-type']
  const isScript = rule.rules?.families.includes('sdk-answers') === true
  const facts = isScript
    ? { sdkAnswer: { address: finalAddress, status, ...(contentType !== undefined && { contentType }) } }
    : { pageAddress: finalAddress, headers: Object.entries(headers) }
  const { subject } = checkHostPage(readHostPage(isScript ? [] : [{ path: 'index.html', text: embedding(text) }]), {
    facts,
    edition,
  })
  return reportOf(subject, describePageRules(edition), pageFamilies)
}

/**
 * The page; where nothing in it shows that it embeds widgets (its scripts load them), as if it loaded Microsoft’s script itself,
 * so that its headers are judged by what widgets need.
 */
function embedding(text: string): string {
  const { page } = readHostPage([{ path: 'index.html', text }])
  const isSeen = page.sdkReferences.length + page.galleries.length + page.creations.length > 0
  return isSeen ? text : `${text}\n<script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>`
}

/** Of an address of the offer, as its support page or as where customers arrive. */
function offerReport(answer: AnswerToRead, title: string | undefined) {
  const { address, finalAddress, status, headers, edition, productName } = answer
  const offer = readOffer([
    {
      path: 'offer.json',
      bytes: new TextEncoder().encode(
        JSON.stringify({
          offerType: 'saas',
          listing: { name: productName, websiteUrl: address },
          technical: { landingPageUrl: address },
        }),
      ),
    },
  ])
  const contentType = headers['content-type']
  const link = {
    url: address,
    status,
    finalUrl: finalAddress,
    ...(contentType !== undefined && { contentType }),
    ...(title !== undefined && { title }),
  }
  const { subject } = checkOffer(offer, { profile: 'saas', edition, facts: { links: [link] } })
  return reportOf(subject, describeOfferRules(edition), offerFamilies)
}

/** Whether the title names the product, compared as the rule about the name in the listing does. */
function namesProduct(answer: AnswerToRead, title: string): boolean {
  return offerReport(answer, title).parts['listing-name-as-on-site']?.outcome === 'passed'
}

function reportOf(draft: DraftSubject, rules: PartSources['rules'], families: PartSources['families']): RoomReport {
  const { subjects } = createReport({ name: 'probe', version: '1' }, [draft])
  return {
    parts: partFacts({ subjects, rules, families, lacks: 'any' }),
    findings: subjects.flatMap(({ findings }) => findings),
    families,
  }
}
