import { appPackage } from '../../testing/given-offer.ts'
import { testRuleFamily } from '../../testing/offer-room.ts'
import { packageInput } from './package-input.ts'

testRuleFamily(packageInput, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'input xml readable',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
    },
  ],
  fails: [
    {
      name: 'input xml readable',
      given: {
        offer: {},
        kind: 'dataverse',
        files: { 'package/fleet-desk.zip': appPackage({ files: { 'input.xml': '<PvsPackageData>\n' } }) },
      },
      finds: [{ rule: 'input-xml-readable', file: 'package/fleet-desk.zip/input.xml' }],
    },
    {
      name: 'input xml names',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <startDate>12/01/2026</startDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-names', file: 'package/fleet-desk.zip/input.xml' }],
    },
    {
      name: 'input xml dates',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>2029-12-01</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-dates', file: 'package/fleet-desk.zip/input.xml' }],
    },
    {
      name: 'input xml countries',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US, CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-countries', file: 'package/fleet-desk.zip/input.xml' }],
    },
    {
      name: 'input xml locales',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1031" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-locales', file: 'package/fleet-desk.zip/input.xml' }],
    },
    {
      name: 'input xml files',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="Terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-files', file: 'package/fleet-desk.zip/input.xml' }],
    },
    {
      name: 'appsource icon',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>terms.html</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'appsource-icon', file: 'package/fleet-desk.zip/input.xml' }],
    },
    {
      name: 'a document type',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<!DOCTYPE a [<!ENTITY b "c">]>\n<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-readable', file: 'package/fleet-desk.zip/input.xml' }],
    },
    {
      name: 'missing and unknown elements',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <Ends>2029</Ends>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [
        { rule: 'input-xml-names', file: 'package/fleet-desk.zip/input.xml', line: 1 },
        { rule: 'input-xml-names', file: 'package/fleet-desk.zip/input.xml', line: 6 },
      ],
    },
    {
      name: 'an attribute in other case',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" isDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-locales', file: 'package/fleet-desk.zip/input.xml', line: 9 }],
    },
    {
      name: 'another root',
      given: {
        offer: {},
        kind: 'dataverse',
        files: { 'package/fleet-desk.zip': appPackage({ files: { 'input.xml': '<Package />\n' } }) },
      },
      finds: [{ rule: 'input-xml-names', file: 'package/fleet-desk.zip/input.xml', line: 1 }],
    },
    {
      name: 'an end before the start',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>11/01/2026</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-dates', file: 'package/fleet-desk.zip/input.xml', line: 6 }],
    },
    {
      name: 'an end in the past',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>01/01/2020</StartDate>\n  <EndDate>01/01/2021</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-dates', file: 'package/fleet-desk.zip/input.xml', line: 6 }],
    },
    {
      name: 'no such day',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>02/30/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-dates', file: 'package/fleet-desk.zip/input.xml', line: 6 }],
    },
    {
      name: 'an unknown country, and none',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>UK</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-countries', file: 'package/fleet-desk.zip/input.xml', line: 7 }],
    },
    {
      name: 'no country',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries></SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-countries', file: 'package/fleet-desk.zip/input.xml', line: 7 }],
    },
    {
      name: 'no LCID',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>FleetDesk_managed.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>https://fleetdesk.example/learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="en-US" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [{ rule: 'input-xml-locales', file: 'package/fleet-desk.zip/input.xml', line: 10 }],
    },
    {
      name: 'no anchor and no link',
      given: {
        offer: {},
        kind: 'dataverse',
        files: {
          'package/fleet-desk.zip': appPackage({
            files: {
              'input.xml':
                '<PvsPackageData>\n  <ProviderName>Fleet Desk Ltd</ProviderName>\n  <PackageFile>package.zip</PackageFile>\n  <SolutionAnchorName>Fleet.zip</SolutionAnchorName>\n  <StartDate>12/01/2026</StartDate>\n  <EndDate>12/01/2029</EndDate>\n  <SupportedCountries>US,CA</SupportedCountries>\n  <LearnMoreLink>learn</LearnMoreLink>\n  <Locales>\n    <PackageLocale Code="1033" IsDefault="true">\n      <Logo>icon.png</Logo>\n      <Terms><PackageTerm File="terms.html" /></Terms>\n    </PackageLocale>\n  </Locales>\n</PvsPackageData>\n',
            },
          }),
        },
      },
      finds: [
        { rule: 'input-xml-files', file: 'package/fleet-desk.zip/input.xml', line: 4 },
        { rule: 'input-xml-files', file: 'package/fleet-desk.zip/input.xml', line: 8 },
      ],
    },
  ],
})
