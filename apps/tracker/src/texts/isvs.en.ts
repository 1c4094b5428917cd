import type { Formatting } from './formatting.ts'

/** Words of an ISV's own page, of adding one, and of giving several to somebody. */
export const isvsEn = (format: Formatting) => ({
  states: { invited: 'Invited', active: 'Active', paused: 'Paused', completed: 'Completed', archived: 'Archived' },
  headline: (products: number, open: number) =>
    products === 0
      ? 'No product yet'
      : open === 0
        ? `${products === 1 ? 'The product is' : `All ${format.number(products)} products are`} ready`
        : products === 1
          ? 'The product is still on the way'
          : `${format.number(open)} of ${format.count(products, { one: 'product', other: 'products' })} still on the way`,
  because: {
    invited: 'Nobody of this ISV has begun. Invite its people, then start it.',
    active: 'Its products are on their way, and every clock runs.',
    paused: (reason: string) => `${reason} No clock runs until it is resumed.`,
    completed: 'Every product is ready, live or withdrawn.',
    archived: 'It can be read, and nothing of it changes.',
  },
  products: 'Products',
  noProducts: { title: 'Products go through the seven steps', why: 'This ISV has none yet.' },
  addProduct: 'Add a product',
  people: 'People and invitations',
  about: 'About this ISV',
  fields: {
    name: 'Name',
    externalId: 'Your number for it',
    externalIdHint: 'An import finds the ISV by this number.',
    owner: 'Partner manager',
    timeZone: 'Time zone',
    timeZoneHint: 'Days and deadlines are reckoned in it, such as Europe/Amsterdam.',
    state: 'State',
    since: 'Added',
    reviewOn: 'Look again on',
    reason: 'Why',
  },
  nobody: 'Nobody',
  change: 'Change the data',
  moves: {
    title: 'Change the state',
    activate: 'Start',
    pause: 'Pause',
    resume: 'Resume',
    complete: 'Complete',
    reopen: 'Reopen',
    archive: 'Archive',
    restore: 'Bring back',
  },
  pauseNote: 'A pause stops every clock of its products.',
  archiveNote: 'It leaves the portfolio and can only be read. Its record stays.',
  moved: (name: string, state: string) => `${name} is now ${state.toLowerCase()}.`,
  saved: 'Saved.',
  new: {
    title: 'Add an ISV',
    headline: 'Which ISV joins the programme?',
    sub: 'Afterwards you invite its people and add its products.',
    submit: 'Add the ISV',
    done: (name: string) => `${name} was added. Invite its people next.`,
  },
  assign: {
    title: 'Assign an owner',
    headline: (count: number) => `${format.count(count, { one: 'ISV', other: 'ISVs' })} to choose from`,
    sub: 'Those of the portfolio as it was filtered. First you see what would change.',
    choose: 'ISVs',
    owner: 'New owner',
    look: 'See what would change',
    preview: (count: number) =>
      count === 0 ? 'Nothing would change' : `${format.count(count, { one: 'ISV', other: 'ISVs' })} would change hands`,
    previewSub: 'Nothing has been changed yet.',
    table: { isv: 'ISV', before: 'Owner now', after: 'Owner then', outcome: 'Outcome' },
    outcomes: { assign: 'Change', same: 'No change', archived: 'Archived, left alone' },
    confirm: 'Assign them',
    none: 'Choose at least one ISV.',
    done: (count: number) => `${format.count(count, { one: 'ISV was', other: 'ISVs were' })} assigned.`,
    limited: (most: number) => `Only the first ${format.number(most)} are listed.`,
  },
})
