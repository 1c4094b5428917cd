import type { Formatting } from './formatting.ts'

/** Words of handing in files for a check. */
export const handInEn = (format: Formatting) => ({
  factsFiles: {
    title: 'Files with facts that count as well',
    why: 'Some rules need what no package holds. Put a file with it beside what it is about, in the same folder or around it:',
    files: [
      {
        what: 'A page:',
        how: [
          'how it is sent, as ',
          '`curl --head',
          ' prints it, as JSON, or as the browser’s network tools save it (HAR); or what ',
          '`sevenstep embed facts',
          ' prints. Also the findings of ',
          '`sevenstep token',
          ' as ',
          '`tokenFindings',
          ', and what a run in the browser showed as ',
          '`run',
          '.',
        ],
      },
      { what: 'An app registration:', how: ['what ', '`sevenstep tenant-facts', ' prints.'] },
      {
        what: 'A flow:',
        how: ['which of its connectors customers have, as ', '`availableConnectors', ' and ', '`connectorTiers', '.'],
      },
      {
        what: 'Lists of licences:',
        how: [
          'what ',
          '`sevenstep licences facts',
          ' writes; or what is ordered and how the partner stands, as ',
          '`order',
          ', ',
          '`partner',
          ', ',
          '`signIns',
          ' and ',
          '`cloud',
          '.',
        ],
      },
      {
        what: 'An offer:',
        how: [
          'what ',
          '`sevenstep listing facts',
          ' prints, and ',
          '`landingPageSignIn',
          ', ',
          '`solutionChecker',
          ' and ',
          '`testLead',
          '.',
        ],
      },
    ],
    word: 'Such a file is your own word: the items say so. Files that hold a session or a token are used and not kept.',
  },
  upload: {
    folder: 'choose a whole folder',
    only: 'Only try',
    onlyHint: 'The checklist stays as it is.',
    limits: (size: string, files: number) =>
      `Up to ${size} and ${format.number(files)} files. Files that hold a secret are not kept.`,
    about: 'What can be handed in, and who sees it',
    takes:
      'Takes a connector · an app manifest · a page with its scripts · a flow or solution · a deployment report · lists of licences · the folder of an offer.',
    people:
      'Lists of licences name people. What you hand in, and what is found in it, the partner programme can read. Other names do as well, as long as one person has the same one in every list.',
    notAllowed:
      'Your role may look at checks, not run them. On your own machine “sevenstep check” says the same of any folder.',
  },
})

/** What every language has to say of handing in files. */
export type HandInTexts = ReturnType<typeof handInEn>
