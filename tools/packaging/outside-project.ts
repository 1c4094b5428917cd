import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { runTool, type ToolRun } from '../verify/run-tool.ts'

/** A project that knows nothing of this workspace, with tarballs installed by plain npm. */
export class OutsideProject {
  readonly folder: string
  readonly #environment: NodeJS.ProcessEnv

  /** @param node the Node that npm and every script run on. */
  constructor(folder: string, node: string) {
    this.folder = folder
    this.#environment = outsideEnvironment(node)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'outside', private: true, type: 'module' }))
  }

  /** Runs a command in the project; throws with all it said when it fails. */
  async run(command: string, ...args: string[]): Promise<string> {
    const { code, output }: ToolRun = await runTool(command, args, this.folder, { environment: this.#environment })
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}:\n${output}`)
    return output
  }

  /** Installs tarballs and what they need from the registry; nothing may run install scripts. */
  install(tarballs: readonly string[]): Promise<string> {
    return this.run('npm', 'install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', ...tarballs)
  }
}

/** What npm and pnpm tell the scripts they run about themselves would steer a second npm back into the workspace. */
function outsideEnvironment(node: string): NodeJS.ProcessEnv {
  const own =
    /^(npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix|config_prefix)|PNPM_|NODE_PATH|VITEST|NODE_OPTIONS)/
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name))
  const places = (process.env.PATH ?? '').split(delimiter).filter((place) => !place.includes('node_modules'))
  return { ...Object.fromEntries(kept), PATH: [dirname(node), ...places].join(delimiter) }
}
