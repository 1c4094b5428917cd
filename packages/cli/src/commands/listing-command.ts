import { type Command, Option } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'

/** What `sevenstep listing init` was asked for. */
export interface ListingInitFlags {
  readonly kind: 'saas' | 'dataverse'
  readonly name?: string
  readonly publisher?: string
  readonly site?: string
}

/** `sevenstep listing init|preview|facts` */
export function addListingCommand(program: Command, console: Console, finish: Finish): void {
  const listing = program
    .command('listing')
    .description('begin an offer for the marketplace, and look at it as customers would')
    .helpCommand(false)
  listing
    .command('init')
    .description('write a whole offer folder in which everything that only you can say is marked TODO')
    .argument('[folder]', 'where it goes; an empty folder or a new one', 'offer')
    .addOption(new Option('--kind <name>', 'the kind of offer').choices(['saas', 'dataverse']).default('saas'))
    .option('--name <text>', 'the product’s name')
    .option('--publisher <text>', 'your name as customers see it')
    .option('--site <address>', 'the start of your site, such as https://fleetdesk.example')
    .action(async (folder: string, flags: ListingInitFlags) => {
      const { initListing } = await import('../listing/init-listing.ts')
      finish(initListing(folder, flags, console))
    })
  listing
    .command('preview')
    .description('draw the listing as one HTML page, for desktop and phone')
    .argument('<folder>', 'the offer’s folder')
    .option('--output <file>', 'where the page goes; preview.html at a terminal, standard output otherwise')
    .action(async (folder: string, flags: { readonly output?: string }) => {
      const { previewListing } = await import('../listing/preview-listing.ts')
      finish(previewListing(folder, flags, console))
    })
  listing
    .command('facts')
    .description('open the addresses of an offer and print what they answered, for "check --facts"')
    .argument('<folder>', 'the offer’s folder')
    .action(async (folder: string) => {
      const { printListingFacts } = await import('../listing/print-listing-facts.ts')
      finish(await printListingFacts(folder, console))
    })
}
