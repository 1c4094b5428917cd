import type { Command } from 'commander'
import type { Console } from '../console.ts'
import type { Finish } from '../program.ts'

/** What `sevenstep emulator` was asked for. */
export interface EmulatorFlags {
  readonly port: string
  readonly listen: string
  readonly seed?: string
  readonly data?: string
  readonly printEnv: boolean
}

/** `sevenstep emulator` */
export function addEmulatorCommand(program: Command, console: Console, finish: Finish): void {
  program
    .command('emulator')
    .description('start Microsoft’s cloud on this machine, to rehearse deployments without a tenant')
    .option('--port <number>', 'the port to listen on; 0 for any that is free', '4350')
    .option(
      '--listen <address>',
      'the address to listen on; others than this machine get in without a password',
      '127.0.0.1',
    )
    .option('--seed <file>', 'what the cloud begins with (JSON or YAML), in place of a vendor with two customers')
    .option('--data <folder>', 'keep the state in this folder between runs')
    .option('--print-env', 'print shell assignments for clients once it is ready', false)
    .action(async (flags: EmulatorFlags) => {
      const { runEmulator } = await import('../emulator/run-emulator.ts')
      finish(await runEmulator(flags, console))
    })
}
