# language: fr
@entrecroisement
Fonctionnalité: Invariants que la fiche impose sans les écrire – les procédures qui se croisent
  Deux navigateurs pour un même compte, deux comptes dans un même navigateur, deux gestes au même instant : chaque procédure
  garde son compte, sa question, sa réponse et son courriel. Que la plus ancienne de deux procédures soit close par la
  plus récente, ou l’inverse, convient également (AMB-35) ; que l’une décide de l’autre ne convient jamais.

  @MPO-D-7
  Règle: MPO-D-7 (déduite) – « Si la réponse est correcte » : dans cette procédure, pour ce compte

    @MPO-D-1
    Scénario: La réponse donnée dans un navigateur n’ouvre rien dans un autre
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Et que l’usager est parvenu à l’écran « question de confiance » dans un second navigateur
      Quand l’usager ouvre dans le second l’adresse notée de l’écran « nouveau mot de passe »
      Alors l’écran « nouveau mot de passe » ne s’affiche pas dans le second
      Et rien n’a changé

    @MPO-2-14
    Scénario: La bonne réponse donnée dans un navigateur n’en fait pas passer une mauvaise dans un autre
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Et que l’usager est parvenu à l’écran « question de confiance » dans un second navigateur
      Quand l’usager répond dans le second un autre mot
      Alors l’écran « nouveau mot de passe » ne s’affiche pas dans le second
      Et rien n’a changé

    Scénario: La mauvaise réponse d’Alice n’arrête pas Bruno
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et que Bruno est parvenu à l’écran « question de confiance »
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Et qu’Alice a répondu un autre mot
      Quand Bruno répond à la question de confiance
      Alors l’écran « nouveau mot de passe » s’affiche pour Bruno

    Scénario: Deux réponses données au même instant sont jugées chacune pour son compte
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Et que Bruno est parvenu à l’écran « question de confiance »
      Quand Alice et Bruno répondent en même temps
      Alors l’écran « nouveau mot de passe » s’affiche pour Alice
      Et l’écran « nouveau mot de passe » s’affiche pour Bruno

    Scénario: Ce que le formulaire nomme en cachette ne désigne pas la réponse attendue
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « nouveau mot de passe »
      Et qu’Alice a noté l’adresse de chaque écran de la procédure
      Et que Bruno est parvenu à l’écran « question de confiance »
      Quand Bruno envoie la réponse d’Alice, en mettant Alice à sa place dans le formulaire
      Et que Bruno ouvre l’adresse notée de l’écran « nouveau mot de passe » et y choisit un mot de passe, s’il s’affiche
      Alors rien n’a changé pour Bruno

    @MPO-D-1
    Scénario: Le formulaire ouvert par un autre n’autorise rien
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « nouveau mot de passe »
      Et que Bruno est parvenu à l’écran « question de confiance »
      Quand Bruno envoie de son navigateur le formulaire ouvert devant Alice
      Alors rien n’a changé pour Bruno

  @MPO-D-3
  Règle: MPO-D-3 (déduite) – « votre espace » : le sien, même à côté d’un autre

    @MPO-D-7
    Scénario: Un second usager du même navigateur ne répond pas pour le premier
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Quand Bruno s’identifie dans le navigateur d’Alice
      Et que Bruno donne la réponse d’Alice
      Alors l’écran « nouveau mot de passe » ne s’affiche pas pour Bruno
      Et rien n’a changé pour Bruno

    Plan du scénario: Un second usager du même navigateur ne change que son mot de passe, le premier étant à l’écran <écran>
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran <écran>
      Quand Bruno s’identifie dans le navigateur d’Alice
      Et que Bruno répond à la question de confiance
      Et que Bruno choisit un mot de passe conforme
      Alors le changement de Bruno est accepté, et rien n’a changé pour Alice

      Exemples:
        | écran                     |
        | « question de confiance » |
        | « récapitulatif »         |

    Scénario: Chacun voit son espace quand deux connexions s’entremêlent
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice a relevé ce que présente son espace
      Quand Alice se connecte avec son adresse et son mot de passe
      Et que Bruno se connecte avec son adresse et son mot de passe
      Et qu’Alice affiche de nouveau la page
      Alors l’espace d’Alice présente ce qui avait été relevé

    @MPO-D-7
    Scénario: Répondre dans un onglet n’ouvre pas l’écran de qui s’est identifié dans un autre
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « question de confiance »
      Et que Bruno s’est identifié dans un autre onglet du navigateur d’Alice
      Quand Alice répond à la question de confiance
      Et qu’Alice choisit, si elle le peut, un mot de passe dans son onglet
      Alors rien n’a changé pour Bruno

    Scénario: « Valider » dans un onglet ne change pas le compte de qui s’est identifié dans un autre
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « nouveau mot de passe »
      Et que Bruno s’est identifié dans un autre onglet du navigateur d’Alice
      Quand Alice choisit, si elle le peut, un mot de passe dans son onglet
      Alors rien n’a changé pour Bruno

    @MPO-2-11
    Scénario: Deux identifications au même instant montrent à chacun sa question
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel dont la question est différente
      Quand Alice et Bruno s’identifient en même temps
      Alors la question de confiance d’Alice lui est affichée
      Et la question de confiance de Bruno lui est affichée

    Scénario: Deux « Valider » de deux comptes au même instant font deux changements
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « nouveau mot de passe »
      Et que Bruno est parvenu à l’écran « nouveau mot de passe »
      Quand Alice et Bruno valident en même temps un mot de passe conforme
      Alors chacun a changé le sien, et a reçu son courriel
      Et le récapitulatif de chacun ne parle que de lui
      Et chaque courriel ne parle que de son destinataire

    @MPO-1.3-4
    Scénario: Le mot de passe en vigueur est celui d’Alice, même si Bruno vient de s’identifier
      Soit Alice, titulaire d’un espace professionnel
      Et Bruno, titulaire d’un autre espace professionnel
      Et qu’Alice est parvenue à l’écran « nouveau mot de passe »
      Et que Bruno est parvenu à l’écran « question de confiance »
      Quand Alice propose son mot de passe actuel
      Alors rien n’a changé pour Alice

  @MPO-D-2 @AMB-35
  Règle: MPO-D-2 (déduite) – « puis cliquez sur le bouton “ Valider ” » : une procédure après l’autre

    @MPO-1.3-7
    Scénario: Deux procédures pour un compte, l’une après l’autre, ne laissent qu’un mot de passe
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe » dans deux navigateurs
      Et que l’usager a changé son mot de passe dans le premier
      Quand l’usager choisit, s’il le peut, un autre mot de passe dans le second
      Alors un seul mot de passe ouvre l’espace

    # Il a servi à se connecter : il est le dernier utilisé quelle que soit la lecture d’AMB-08.
    @MPO-1.3-4 @AMB-08
    Scénario: Le mot de passe en vigueur est celui du moment, non celui du début de la procédure
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe » dans deux navigateurs
      Et que l’usager a changé son mot de passe dans le premier
      Et que l’usager s’est connecté avec son nouveau mot de passe
      Quand l’usager propose dans le second son mot de passe actuel
      Alors le changement est refusé

  @MPO-D-4
  Règle: MPO-D-4 (déduite) – « Cette procédure » : une réponse, un changement

    Scénario: Deux envois d’un même écran au même instant ne font qu’un changement
      Étant donné que l’usager est parvenu à l’écran « nouveau mot de passe »
      Quand l’usager envoie au même instant, de ce seul écran, deux mots de passe conformes différents
      Alors un seul changement a été fait

    @MPO-2-14
    Scénario: Avoir bien répondu une fois n’en dispense pas la fois suivante
      Étant donné que l’usager a changé son mot de passe par la procédure
      Et que l’usager est parvenu à l’écran « question de confiance »
      Quand l’usager répond un autre mot
      Alors l’écran « nouveau mot de passe » ne s’affiche pas
      Et rien n’a changé

  @MPO-2-8 @AMB-15
  Règle: MPO-2-8 – « les caractères de l’image fournie par CAPTCHA » : chaque fois

    Scénario: S’être identifié une fois ne dispense pas de l’image suivante
      Étant donné que l’usager est parvenu à l’écran « question de confiance »
      Quand l’usager s’identifie en recopiant d’autres caractères
      Alors sa réponse ne lui ouvre pas l’écran « nouveau mot de passe »
      Et rien n’a changé

    Scénario: S’être identifié ailleurs ne dispense pas de l’image
      Étant donné que l’usager est parvenu à l’écran « question de confiance »
      Quand l’usager abandonne la procédure
      Et que l’usager s’identifie en recopiant d’autres caractères
      Alors sa réponse ne lui ouvre pas l’écran « nouveau mot de passe »
      Et rien n’a changé
