import { readFile } from 'node:fs/promises'
import { chinaDate } from '../../shared/core/china-time.ts'
import { readArguments, usageError } from './arguments.ts'
import { answersOf } from './rules/answers.ts'
import { readBuiltInRules } from './rules/built-in-rules.ts'

const USAGE = 'usage: npm run -s rules -- FILE.json'
const EXIT_REFUSED = 1

const { positionals } = readArguments({}, { usage: USAGE, takesFiles: true })
const [file, ...more] = positionals
if (file === undefined || more.length > 0) usageError('give one file of trials', USAGE)
const content = await readFile(file).catch((error: NodeJS.ErrnoException) => {
  return usageError(`读不到文件 ${file}（${error.code ?? error.message}）。请核对路径后再试。`, USAGE)
})
const entries = parsed(content)
const answers = answersOf(await readBuiltInRules(), entries, chinaDate(Date.now()))
console.log(JSON.stringify(answers, null, 2))

/** The entries of the file; whatever else it holds is refused in words. */
function parsed(bytes: Uint8Array): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (Array.isArray(value)) return value
  } catch {
    return refuse(`${file} 不是 UTF-8 的 JSON 文件。请写成 [{"id": …, "rule": …, "input": {…}}] 后再试。`)
  }
  return refuse(`${file} 里不是清单。请写成 [{"id": …, "rule": …, "input": {…}}] 后再试。`)
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(EXIT_REFUSED)
}
