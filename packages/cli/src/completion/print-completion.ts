import { ruleFamilies } from '@sevenstep/certification-rules'
import type { Command } from 'commander'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { otherRules } from '../rules/other-rules.ts'

interface Completed {
  readonly command: string
  readonly description: string
  readonly options: readonly string[]
  readonly choices: Readonly<Record<string, readonly string[]>>
  /** Words its argument can be; files when there are none. */
  readonly words: readonly string[]
}

/** Prints a completion script for a shell, made from the commands as they are described. */
export async function printCompletion(
  shell: 'bash' | 'zsh' | 'fish',
  program: Command,
  console: Console,
): Promise<ExitCode> {
  const connectorRules = ruleFamilies.flatMap((family) => Object.keys(family.rules))
  const rules = [...connectorRules, ...(await otherRules()).map(({ id }) => id)].sort()
  const commands = program.commands.map((command) => describe(command, rules))
  const script = { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands, rules)
  console.out(script)
  return exitCodes.fine
}

function describe(command: Command, rules: readonly string[]): Completed {
  const choices: Record<string, readonly string[]> = {}
  for (const option of command.options) {
    if (option.argChoices !== undefined && option.long) choices[option.long] = option.argChoices
  }
  return {
    command: command.name(),
    description: command.description(),
    options: [...command.options.map((option) => option.long ?? ''), '--help'].filter(Boolean),
    choices,
    words: wordsOf(command, rules),
  }
}

function wordsOf(command: Command, rules: readonly string[]): readonly string[] {
  if (command.name() === 'explain') return rules
  if (command.commands.length > 0) return command.commands.map((one) => one.name())
  return command.registeredArguments[0]?.argChoices ?? []
}

function bashScript(commands: readonly Completed[], rules: readonly string[]): string {
  const cases = commands.flatMap(({ command, options, choices, words }) => [
    ...Object.entries(choices).map(([option, values]) => `    "${command} ${option}") words="${values.join(' ')}" ;;`),
    ...(command === 'check' ? [`    "check --rule"|"check --skip") words="$rules" ;;`] : []),
    `    "${command} "*) case "$current" in -*) words="${options.join(' ')}" ;; *) ${words.length > 0 ? `words="${words === rules ? '$rules' : words.join(' ')}"` : 'files=yes'} ;; esac ;;`,
  ])
  return [
    '# Completion of sevenstep for bash. Put this into your .bashrc: eval "$(sevenstep completion bash)"',
    '_sevenstep() {',
    `  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" files=""`,
    `  local rules="${rules.join(' ')}"`,
    `  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map((one) => one.command).join(' ')} --help --version"; else`,
    `  case "\${COMP_WORDS[1]} $previous" in`,
    ...cases,
    '  esac; fi',
    '  if [ -n "$files" ]; then COMPREPLY=($(compgen -f -- "$current")); else COMPREPLY=($(compgen -W "$words" -- "$current")); fi',
    '}',
    'complete -o filenames -F _sevenstep sevenstep',
    '',
  ].join('\n')
}

function zshScript(commands: readonly Completed[], rules: readonly string[]): string {
  return [
    '#compdef sevenstep',
    '# Completion of sevenstep for zsh. Put this into your .zshrc: eval "$(sevenstep completion zsh)"',
    'autoload -U +X bashcompinit && bashcompinit',
    bashScript(commands, rules),
  ].join('\n')
}

function fishScript(commands: readonly Completed[], rules: readonly string[]): string {
  const lines = commands.flatMap(({ command, description, options, choices, words }) => {
    const within = `__fish_seen_subcommand_from ${command}`
    return [
      `complete -c sevenstep -n __fish_use_subcommand -a ${command} -d '${description.replaceAll("'", '’')}'`,
      ...options.map((option) => {
        const values = choices[option]
        const list = values === undefined ? '' : ` -x -a '${values.join(' ')}'`
        return `complete -c sevenstep -n '${within}' -l ${option.slice(2)}${list}`
      }),
      ...(words.length > 0 ? [`complete -c sevenstep -f -n '${within}' -a '${words.join(' ')}'`] : []),
      ...(command === 'check'
        ? ['rule', 'skip'].map(
            (option) => `complete -c sevenstep -x -n '${within}' -l ${option} -a '${rules.join(' ')}'`,
          )
        : []),
    ]
  })
  return [
    '# Completion of sevenstep for fish: sevenstep completion fish > ~/.config/fish/completions/sevenstep.fish',
    ...lines,
    '',
  ].join('\n')
}
