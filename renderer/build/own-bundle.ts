import { build, type Plugin, type PluginOption } from 'vite'

/**
 * Builds the page at `input` once more apart from the others, into the same folder: what it shares with them is then cut
 * to its own needs and lies in one file. A phone on slow Wi-Fi never opens the others, so it gains nothing from sharing.
 */
export function ownBundle(name: string, input: string, plugins: () => readonly PluginOption[]): Plugin {
  return {
    name: 'own-bundle',
    apply: 'build',
    async closeBundle() {
      const { base, build: shared, root } = this.environment.getTopLevelConfig()
      const { assetsInlineLimit, minify, modulePreload, outDir, target } = shared
      await build({
        configFile: false,
        root,
        base,
        plugins: [...plugins()],
        build: {
          ...{ assetsInlineLimit, minify, modulePreload, outDir, reportCompressedSize: false, target },
          emptyOutDir: false,
          rolldownOptions: { input: { [name]: input } },
        },
      })
    },
  }
}
