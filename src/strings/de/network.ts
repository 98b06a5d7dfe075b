import type { network as english } from '../en/network.ts'

export const network = {
  'network.login': 'Der Proxy {proxy} fragt nach Name und Passwort.',
  'network.wrong': 'Der Proxy {proxy} hat Name und Passwort nicht angenommen. Versuchen Sie es erneut.',
  'network.region': 'Anmeldung am Proxy',
  'network.name': 'Name',
  'network.password': 'Passwort',
  'network.signIn': 'Anmelden',
  'network.resume': 'Anmelden…',
  'network.later': 'Nicht jetzt',
  'network.kept': 'Clarion behält sie bis zum Beenden im Arbeitsspeicher.',
  'network.noName': 'Geben Sie einen Namen ein.',
  'network.invalid': 'Geben Sie den Namen ohne Doppelpunkt ein.',
  'network.managed': 'Von Ihrer Organisation verwaltet',
  'network.managedBy': 'Einige Einstellungen werden von {organisation} verwaltet.',
  'network.managedByOrg': 'Einige Einstellungen werden von Ihrer Organisation verwaltet.',
  'network.brokenNote':
    '{problem} Bis die Administration sie korrigiert, bleiben verwaltete Einstellungen unverändert, und es kann kein Server hinzugefügt werden.',
  'network.cause.proxyLogin': 'der Proxy fragt nach Name und Passwort',
  'network.cause.proxySignIn': 'der Proxy verlangt eine Anmeldung, die Clarion nicht unterstützt',
  'network.cause.proxyUnreachable': 'der Proxy ist nicht erreichbar',
  'network.cause.proxyRefused': 'der Proxy erlaubt keine Verbindung zum Server',
  'network.cause.proxyCertificate': 'dem Zertifikat des Proxys wird auf diesem Computer nicht vertraut',
  'network.cause.proxyUnsupported': 'dieser Computer verwendet eine Art von Proxy, die Clarion nicht unterstützt',
  'network.cause.proxyScript': 'die Proxy-Einstellungen konnten nicht geladen werden',
  'network.cause.untrusted': 'dem Zertifikat des Servers wird auf diesem Computer nicht vertraut',
  'network.cause.notAllowed': 'Ihre Organisation erlaubt diesen Server nicht',
} satisfies Record<keyof typeof english, string>
