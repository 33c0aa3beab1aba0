import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)
/** An office program starts slowly on an old machine. */
export const PATIENCE_MS = 120_000

/** What is missing on this machine to lay a paper out, or null. */
export function missing(): string | null {
  const tried: readonly (readonly [program: string, ...args: readonly string[]])[] = [
    ['soffice', '--version'],
    ['pdftotext', '-v'],
    ['pdfinfo', '-v'],
    ['fc-list', ':lang=zh-cn'],
  ]
  for (const [program, ...args] of tried) {
    const ran = spawnSync(program, args)
    if (ran.error !== undefined) return `${program} is not on the PATH`
    if (program === 'fc-list' && ran.stdout.length === 0) return 'no Chinese font is installed'
  }
  return null
}

type LaidOut = { readonly pages: readonly (readonly string[])[]; readonly info: string }

/** Word files of a folder, by name, laid out by LibreOffice: the lines of each page, and what the pages are. */
export async function laidOutPages(
  folder: string,
  names: readonly string[],
): Promise<Readonly<Record<string, LaidOut>>> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  const files = names.map((name) => join(folder, `${name}.docx`))
  await execute('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
  const laidOut: Record<string, LaidOut> = {}
  for (const name of names) {
    const pdf = join(folder, `${name}.pdf`)
    const { stdout } = await execute('pdftotext', ['-layout', pdf, '-'])
    const pages = stdout.split('\f').map((page) =>
      page
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    laidOut[name] = { pages, info: (await execute('pdfinfo', [pdf])).stdout }
  }
  return laidOut
}
