import { words } from '@lib';

export const useAskWords = words(
  {
    title: 'Ask for a reference', deal: 'For which deal?', dealHint: 'Industry, size, region and product are filled in from it.',
    dealPlaceholder: 'Type three letters', noDeal: 'No open deal found. Name the prospect below.', prospect: 'No deal? Name the prospect',
    prospectHint: 'The company that wants to hear from a customer', what: 'What do you need?', other: 'Other…', needed: 'Needed by',
    earliest: 'Realistic from {day}', speak: 'What should the customer speak to?', speakHint: 'One sentence is enough',
    persona: 'Who will talk to the customer?', personaHint: 'For example: Operations director', cancel: 'Cancel', send: 'Send request',
    sent: '{number} is sent. You will see every step here.', likely: 'likely match|likely matches', likelyIn: 'in {industry}',
    clear: 'All of them are free to be asked.', nobody: 'Nobody fits and is free on this day. Send it anyway: the program owner looks further.',
    looking: 'Who fits shows here once the use is known.', best: 'Best fit', next: 'What happens next',
    nextWords: 'Checks run at once. The account owner is asked, then the customer. You get the contact after the final approval, '
      + 'and never need to ask the customer yourself.', score: '{n} of 100', names: 'The program owner chooses; names follow with the approval.',
  },
  {
    title: 'Referenz anfragen', deal: 'Für welches Geschäft?', dealHint: 'Branche, Größe, Region und Produkt werden daraus übernommen.',
    dealPlaceholder: 'Drei Buchstaben tippen', noDeal: 'Kein offenes Geschäft gefunden. Nennen Sie unten den Interessenten.',
    prospect: 'Kein Geschäft? Interessenten nennen', prospectHint: 'Das Unternehmen, das einen Kunden hören will', what: 'Was brauchen Sie?',
    other: 'Andere…', needed: 'Benötigt bis', earliest: 'Realistisch ab {day}', speak: 'Worüber soll der Kunde sprechen?',
    speakHint: 'Ein Satz genügt', persona: 'Wer spricht mit dem Kunden?', personaHint: 'Zum Beispiel: Betriebsleiterin', cancel: 'Abbrechen',
    send: 'Anfrage senden', sent: '{number} ist gesendet. Hier sehen Sie jeden Schritt.',
    likely: 'wahrscheinlicher Treffer|wahrscheinliche Treffer', likelyIn: 'in {industry}', clear: 'Alle dürfen gefragt werden.',
    nobody: 'Niemand passt und ist an diesem Tag frei. Senden Sie trotzdem: die Programmleitung sucht weiter.',
    looking: 'Wer passt, erscheint hier, sobald die Nutzung feststeht.', best: 'Passt am besten', next: 'Wie es weitergeht',
    nextWords: 'Die Prüfungen laufen sofort. Zuerst wird die Betreuung gefragt, dann der Kunde. Den Kontakt erhalten Sie nach der '
      + 'letzten Freigabe; Sie müssen den Kunden nie selbst fragen.', score: '{n} von 100',
    names: 'Die Programmleitung wählt aus; Namen folgen mit der Freigabe.',
  },
);
