import { type ConnectorFileRole, fileNames } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { misnamedFile } from './misnamed-file.ts'

const required: readonly (readonly [rule: string, role: ConnectorFileRole])[] = [
  ['file-definition-required', 'definition'],
  ['file-properties-required', 'properties'],
  ['file-readme-required', 'readme'],
  ['file-icon-required-verified', 'icon'],
  ['file-intro-required-verified', 'intro'],
]

const noMend = 'no mend: edits change files, they create and delete none'

/** The files a connector has to have, and the one an independent publisher must not hand in. */
export const requiredFiles = defineRuleFamily({
  id: 'required-files',
  rules: {
    'file-definition-required': {
      title: 'The folder holds apiDefinition.swagger.json.',
      messages: {
        found: {
          what: 'There is no apiDefinition.swagger.json in the folder.',
          why: 'The definition is the connector; without it there is nothing to create or to review.',
          fix: 'Put the OpenAPI 2.0 definition into the folder under the name apiDefinition.swagger.json.',
        },
        misnamed: {
          what: 'There is no apiDefinition.swagger.json in the folder, but there is "{other}".',
          why: 'The definition is looked for under that one name; under another it is not found.',
          fix: 'Rename "{other}" to apiDefinition.swagger.json, if it is the definition.',
        },
      },
    },
    'file-properties-required': {
      title: 'The folder holds apiProperties.json.',
      deviation: noMend,
      messages: {
        found: {
          what: 'There is no apiProperties.json in the folder.',
          why: 'It says how makers sign in and which colour the connector has; tools cannot create the connector without it.',
          fix: 'Write an apiProperties.json, or download the connector again with the command line tool, which makes one.',
        },
        misnamed: {
          what: 'There is no apiProperties.json in the folder, but there is "{other}".',
          why: 'The properties are looked for under that one name; under another they are not found.',
          fix: 'Rename "{other}" to apiProperties.json, if these are the properties.',
        },
      },
    },
    'file-readme-required': {
      title: 'The folder holds a readme.md.',
      profiles: certifiedProfiles,
      perTarget: { package: 'off' },
      deviation: `${noMend}; off for the package, which has an intro.md instead`,
      messages: {
        found: {
          what: 'There is no readme.md in the folder.',
          why: 'Reviewers and users of the public repository learn from it what is needed and how to sign in.',
          fix: 'Write a readme.md from the template of the public connector repository.',
        },
        misnamed: {
          what: 'There is no readme.md in the folder, but there is "{other}".',
          why: 'The readme is looked for under that one name; under another it is not shown.',
          fix: 'Rename "{other}" to readme.md, if it is the readme.',
        },
      },
    },
    'file-icon-required-verified': {
      title: 'A verified publisher hands in an icon.png with the package.',
      profiles: ['verified-publisher'],
      perTarget: { package: 'error' },
      messages: {
        found: {
          what: 'There is no icon.png.',
          why: 'The gallery shows a verified publisher’s connector with its own icon, which comes with the package.',
          fix: 'Add a square icon.png for the package; the public repository does not need it.',
        },
        misnamed: {
          what: 'There is no icon.png, but there is "{other}".',
          why: 'The icon is looked for under that one name; under another it is not found.',
          fix: 'Rename "{other}" to icon.png, if it is the icon.',
        },
      },
    },
    'file-icon-forbidden-independent': {
      title: 'An independent publisher hands in no icon.',
      profiles: ['independent-publisher'],
      deviation: 'no mend: a mend deletes no file',
      messages: {
        found: {
          what: 'The folder holds "{path}".',
          why: 'Connectors of independent publishers all have the same icon; one of your own draws a remark in the review.',
          fix: 'Take the icon out of the folder.',
        },
      },
    },
    'file-intro-required-verified': {
      title: 'A verified publisher hands in an intro.md with the package.',
      profiles: ['verified-publisher'],
      perTarget: { package: 'error' },
      deviation: noMend,
      messages: {
        found: {
          what: 'There is no intro.md.',
          why: 'The public documentation page of the connector starts with it; a package without it is refused.',
          fix: 'Write an intro.md for the package; the public repository does not need it.',
        },
        misnamed: {
          what: 'There is no intro.md, but there is "{other}".',
          why: 'The introduction is looked for under that one name; under another it is not found.',
          fix: 'Rename "{other}" to intro.md, if it is the introduction.',
        },
      },
    },
  },
  check(context) {
    return {
      connector({ presence, paths }) {
        for (const [rule, role] of required) {
          if (presence[role] === 'absent') reportMissing(context, rule, role)
          else if (presence[role] === 'unknown')
            context.notChecked(rule, 'Not the whole folder was given.', 'Hand in the connector’s folder.')
        }
        const path = paths.find((candidate) => candidate.toLowerCase() === fileNames.icon)
        if (path !== undefined) context.report('file-icon-forbidden-independent', { path }, { data: { path } })
      },
    }
  },
})

function reportMissing({ connector, report }: CheckContext, rule: string, role: ConnectorFileRole): void {
  const other = misnamedFile(connector, role)
  const place = { path: fileNames[role] }
  if (other === undefined) report(rule, place)
  else report(rule, place, { message: 'misnamed', data: { other } })
}
