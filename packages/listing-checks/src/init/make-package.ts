import { type ArchiveSource, writeArchive } from '@sevenstep/package-archives'
import { makeImage } from './make-image.ts'

const encoder = new TextEncoder()

/** What a package is made of. */
export interface PackageWish {
  readonly providerName: string
  /** Unique name of the solution; its archive is called so too. */
  readonly solution: string
  /** `YYYY-MM-DD`. */
  readonly startDate: string
  readonly endDate: string
  /** Files of the outer archive in place of its own, by name; nothing takes one out. */
  readonly files?: Readonly<Record<string, Uint8Array | string | undefined>>
  /** The solution's archive in place of an empty managed one. */
  readonly solutionArchive?: Uint8Array
  /** `1` or `0` in the solution made here. */
  readonly managed?: string
  readonly isPlaceholder?: boolean
  /** A folder that everything is put into; none belongs there. */
  readonly folder?: string
}

/** Makes an AppSource package in the form the marketplace asks for, around a solution. */
export function makePackage(wish: PackageWish): Uint8Array {
  const anchor = `${wish.solution}_managed.zip`
  const inner = zip({
    '[Content_Types].xml': contentTypes(['dll', 'xml', 'zip', 'html']),
    'PkgFolder/ImportConfig.xml': importConfig(anchor),
    [`PkgFolder/${anchor}`]: wish.solutionArchive ?? makeSolution(wish.solution, wish.managed ?? '1'),
    'Package.dll': '',
  })
  const icon = makeImage({ width: 32, height: 32, ground: [30, 84, 180], isPlaceholder: wish.isPlaceholder ?? false })
  const files: Record<string, Uint8Array | string | undefined> = {
    '[Content_Types].xml': contentTypes(['zip', 'xml', 'png', 'html', 'dll']),
    'icon.png': icon,
    'input.xml': inputXml(wish, anchor),
    'package.zip': inner,
    'terms.html': '<!doctype html><html lang="en"><title>Terms</title><p>Terms of use.</p></html>\n',
    ...wish.files,
  }
  const base = wish.folder === undefined ? '' : `${wish.folder}/`
  return zip(Object.fromEntries(Object.entries(files).map(([path, content]) => [base + path, content])))
}

/** Makes a solution with a manifest and nothing in it. */
function makeSolution(name: string, managed: string): Uint8Array {
  return zip({
    '[Content_Types].xml': contentTypes(['xml']),
    'customizations.xml': '<ImportExportXml />\n',
    'solution.xml': `<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml version="9.2" SolutionPackageVersion="9.2" languagecode="1033">
  <SolutionManifest>
    <UniqueName>${name}</UniqueName>
    <LocalizedNames><LocalizedName description="${name}" languagecode="1033" /></LocalizedNames>
    <Version>1.0.0.0</Version>
    <Managed>${managed}</Managed>
  </SolutionManifest>
</ImportExportXml>
`,
  })
}

/** Packs files, given as texts or bytes, the same way every time. */
export function zip(files: Readonly<Record<string, Uint8Array | string | undefined>>): Uint8Array {
  const sources = Object.entries(files).flatMap(([path, content]): ArchiveSource[] =>
    content === undefined ? [] : [{ path, bytes: typeof content === 'string' ? encoder.encode(content) : content }],
  )
  const written = writeArchive(sources)
  if (!written.ok) throw new Error(written.problem.what)
  return written.bytes
}

function inputXml({ providerName, startDate, endDate }: PackageWish, anchor: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<PvsPackageData>
  <ProviderName>${providerName.replace(/[<&]/g, ' ')}</ProviderName>
  <PackageFile>package.zip</PackageFile>
  <SolutionAnchorName>${anchor}</SolutionAnchorName>
  <StartDate>${american(startDate)}</StartDate>
  <EndDate>${american(endDate)}</EndDate>
  <SupportedCountries>US,CA,GB</SupportedCountries>
  <LearnMoreLink>https://fleetdesk.example/learn-more</LearnMoreLink>
  <Locales>
    <PackageLocale Code="1033" IsDefault="true">
      <Logo>icon.png</Logo>
      <Terms>
        <PackageTerm File="terms.html" />
      </Terms>
    </PackageLocale>
  </Locales>
</PvsPackageData>
`
}

function american(date: string): string {
  const [year, month, day] = date.split('-')
  return `${month}/${day}/${year}`
}

function contentTypes(extensions: readonly string[]): string {
  const types: Readonly<Record<string, string>> = { xml: 'text/xml', html: 'text/html', png: 'image/png' }
  const rows = extensions.map(
    (name) => `<Default Extension="${name}" ContentType="${types[name] ?? 'application/octet-stream'}" />`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rows.join('')}</Types>
`
}

function importConfig(anchor: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<configdatastorage><solutions><configsolutionfile solutionpackagefilename="${anchor}" /></solutions></configdatastorage>
`
}
