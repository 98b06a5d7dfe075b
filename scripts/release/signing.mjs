/** What electron-builder reads from the environment, by what it is for. */
const SECRETS = {
  darwin: [
    { what: 'The packages for macOS are not signed', names: ['CSC_LINK', 'CSC_KEY_PASSWORD'] },
    {
      what: 'The packages for macOS are not notarized, so Gatekeeper refuses them',
      names: ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
    },
  ],
  win32: [
    {
      what: 'The packages for Windows are not signed, so SmartScreen warns of them',
      names: ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
    },
  ],
}

/**
 * One sentence for each missing signature. A secret that isn't set arrives as an empty variable.
 * @param {NodeJS.Platform} platform @param {NodeJS.ProcessEnv} env @returns {string[]}
 */
export function unsigned(platform, env) {
  return (SECRETS[platform] ?? []).flatMap(({ what, names }) => {
    const missing = names.filter((name) => !env[name])
    return missing.length === 0 ? [] : [`${what}: no secret ${missing.join(', ')}.`]
  })
}

/** electron-builder takes an empty variable for a certificate with an empty path. */
export function withoutEmptySecrets(env) {
  const names = Object.values(SECRETS).flatMap((list) => list.flatMap((entry) => entry.names))
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' || !names.includes(name)))
}

/**
 * The sentence as GitHub shows it on the page of the run, elsewhere as a line like any other.
 * @param {string} sentence @param {NodeJS.ProcessEnv} env
 */
export const warning = (sentence, env) => `${env.GITHUB_ACTIONS ? '::warning::' : 'clarion: '}${sentence}`
