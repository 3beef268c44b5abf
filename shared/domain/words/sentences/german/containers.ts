import type { Catalogue } from '../translator.ts';

/** What is wrong with a container: a ZIP, or an Office document. */
export const containers: Catalogue = {
  '{container} holds more than {size} GB when unpacked.': '{container} enthält ausgepackt mehr als {size} GB.',
  '{container} grows to more than {count} times its size at {entry}.':
    '{container} wächst bei {entry} auf mehr als das {count}-Fache der eigenen Größe.',
  '{container} holds {entry}, which is damaged or not what it says of itself.':
    '{container} enthält {entry}: beschädigt, oder nicht das, was es zu sein vorgibt.',
  '{container} is encrypted: what it holds cannot be checked.':
    '{container} ist verschlüsselt: Der Inhalt lässt sich nicht prüfen.',
  '{container} cannot be read as a ZIP: it is damaged, cut off, or none.':
    '{container} ist nicht als ZIP lesbar: beschädigt, abgeschnitten oder keines.',
  '{container} holds an entry without a name.': '{container} enthält einen Eintrag ohne Namen.',
  '{container} holds {entry}, a name with a control character.':
    '{container} enthält {entry}: einen Namen mit einem Steuerzeichen.',
  '{container} holds {entry}, a path with a backslash.':
    '{container} enthält {entry}: einen Pfad mit umgekehrtem Schrägstrich.',
  '{container} holds {entry}, a path that does not begin in it.':
    '{container} enthält {entry}: einen Pfad, der außerhalb beginnt.',
  '{container} holds {entry}, a path that leads out of it.':
    '{container} enthält {entry}: einen Pfad, der hinausführt.',
  '{container} holds {entry}, a link or device and no file.':
    '{container} enthält {entry}: eine Verknüpfung oder ein Gerät, keine Datei.',
  '{container} holds {entry}, packed by a method that cannot be checked ({method}).':
    '{container} enthält {entry}, mit einem Verfahren gepackt, das sich nicht prüfen lässt ({method}).',
  '{container} holds macros.': '{container} enthält Makros.',
  '{container} holds more than {count} entries.': '{container} enthält mehr als {count} Einträge.',
  '{container} holds an entry whose header has more than {count} bytes.':
    '{container} enthält einen Eintrag, dessen Kopf mehr als {count} Bytes hat.',
  '{container} holds {entry} twice.': '{container} enthält {entry} doppelt.',
  '{container} holds no file.': '{container} enthält keine Datei.',
  '{container} says two different things about {entry}.': '{container} macht zu {entry} widersprüchliche Angaben.',
  '{container} holds {entry}, which lies over another entry.':
    '{container} enthält {entry}; das überlappt mit einem anderen Eintrag.',
  '{container} holds {entry}, a ZIP of more than {size} MB.':
    '{container} enthält {entry}, ein ZIP mit mehr als {size} MB.',
  '{container} holds {entry} of more than {size} MB.': '{container} enthält {entry} mit mehr als {size} MB.',
  '{container} is no Office document of its kind: its main part is missing.':
    '{container} ist kein Office-Dokument dieser Art: Der Hauptteil fehlt.',
  '{container} is packed too deep: a container within a container is opened, and no further.':
    '{container} ist zu tief verschachtelt: Geöffnet wird ein Container in einem Container, weiter nicht.',
};
