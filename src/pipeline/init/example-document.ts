/** Path of the example in a new project. */
export const EXAMPLE_PATH = 'sources/fr-FR/restart-the-service.md'

/** A unit as localization tools write it: a pair of spans with one id. */
function unit(number: number, target: string, source: string): string {
  const id = `1f2e3-${number}`
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`
}

/** A small bilingual document with a table and a procedure, which passes all rules. */
export function exampleDocument(): string {
  return `---
title: Redémarrer le service
ms.contentlocale: fr-FR
ms.translationtype: HT
ms.date: 01/15/2026
---
# <a name="restart-the-service"></a>${unit(101, 'Redémarrer le service', 'Restart the service')}

${unit(102, 'Redémarrez le service après avoir modifié sa configuration.', 'Restart the service after you change its configuration.')}

> [!NOTE]
> ${unit(103, 'Les utilisateurs sont déconnectés pendant le redémarrage.', 'Users are disconnected during the restart.')}

## <a name="before-you-begin"></a>${unit(104, 'Avant de commencer', 'Before you begin')}

| ${unit(105, 'Serveur', 'Server')} | ${unit(106, 'Rôle', 'Role')} |
|---|---|
| ${unit(107, 'Serveur frontal', 'Front-end server')} | ${unit(108, 'Répond aux utilisateurs.', 'Answers users.')} |
| ${unit(109, 'Serveur principal', 'Back-end server')} | ${unit(110, 'Conserve les données.', 'Keeps the data.')} |

## <a name="to-restart-the-service"></a>${unit(111, 'Pour redémarrer le service', 'To restart the service')}

1. ${unit(112, 'Ouvrez la console d’administration.', 'Open the administration console.')}
2. ${unit(113, 'Sélectionnez le serveur, puis **Redémarrer**.', 'Select the server, and then **Restart**.')}
3. ${unit(114, 'Vérifiez que le service est démarré.', 'Verify that the service is started.')}
`
}
