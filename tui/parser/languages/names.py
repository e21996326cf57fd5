"""Given names common in French and English news, with the gender that they tell."""

from __future__ import annotations

from typing import Literal

_MASCULINE = """
aaron abdel abdelaziz abdelmadjid abdou abdoulaye abdul abou abraham achille adam adama adel adrian adrien ahmad ahmed aimé
alain alan albert alberto alec alejandro alessandro alex alexander alexandre alexei alexeï alexis alfred ali
aleksandr alphonse amadou amine amir anatole anders andré andrea andreas andrei andrew andy angelo anthony antoine anton
antonio antonis antony ariel armand arnaud arnold arthur artur ashraf augustin auguste aurélien axel aziz
baptiste barack barry bart bashar basile bastien ben benjamin benoit benoît bernard bernardo bernie bertrand bill billy
björn blaise bob boris brad brandon brendan brett brian brice bruce bruno bryan cameron carl carles carlo
carlos cédric cesar césar chad charles charlie chris christian christoph christophe christopher claude
clément colin conor corentin craig cyprien cyril cyrille dale damien dan daniel daniele danny dany darren
dave david davide dean denis dennis derek désiré didier diego dieudonné dimitri dmitri dmitry dominic
don donald doug douglas drew duncan dylan ed eddie eddy edgar edmond édouard edouard eduardo edward edwin elias
elie élie eliot elliott elon emilio émile emile emmanuel enrico enrique eric éric erik ernest erwan esteban
étienne etienne eugène evan evgueni evguéni fabian fabien fabio fabrice farid federico felipe felix félix
fernand fernando fidel filippo firmin florent florian francesco francis francisco franck françois frank franz fred
frédéric frederick friedrich gabriel gaël gareth gary gaspard gaston gautier geoff geoffrey geoffroy george georges gérald
gérard gerard gerhard gérôme ghislain gianni gilbert giles gilles giorgio giovanni giuseppe glenn gordon graham grant greg gregory
grégoire grégory guido guillaume gunther gus gustave guy habib hakim hamid hamza hans harold harry harvey hassan
hector helmut henri henrik henry herbert hervé hocine horst howard hubert hugh hugo hugues hussein ian ibrahim igor
ilham imran isaac ismaël ismail ivan jack jacob jacques jair jake jakob jamal james jamie jan jared jason jay jean
jean-baptiste jean-charles jean-christophe jean-claude jean-françois jean-frédéric jean-jacques jean-louis jean-luc jean-marc jean-marie
jean-michel jean-noël jean-paul jean-philippe jean-pierre jean-rené jean-sébastien jean-yves jeff jeffrey jens jeremy jérémie jérémy
jérôme jerry jesse jim jimmy joachim joao joão joe joël joel johan johann john johnny jon jonas
jonathan jordan jordi jorge josé jose joseph josep josh joshua juan jules julian julien julio justin kamel karel
karim karl keith ken kenneth kevin kévin khaled kim kurt kyle kylian larry lars laurent lawrence lee léo leo
leon léon léonard leonardo leopold leroy lewis liam lionel lloyd loïc loris lou louis louis-philippe luc luca lucas lucien ludovic
luigi luis luiz luke lukas mahamadou mahmoud malcolm malik mamadou manuel marc marcel marcelo marc-antoine marcello marco marcus
mario marion-joseph mark markus martin marvin massimo mathias mathieu matt matteo matthew matthias matthieu maurice
mauro max maxim maxime maximilien mehdi michael michaël michel mickaël miguel mihai mike mikhail mikhaïl milan milos mitch
mohamed mohammad mohammed moncef morgan morten moussa mourad mustafa nabil nacer nasser nathan neil nelson nicholas nick
nicolás nicolas nigel noah noam noël norbert norman olaf oleg oleksandr olivier omar omer oscar oskar osama otto
pablo paco paolo pascal patrice patrick paul pavel pedro per pete peter petr petro phil philip philippe phillip pierre
pierre-alain pierre-andré pierre-yves pierrick quentin rachid rafael rafaël ralph ramón raoul raphaël rashid raul raúl ray raymond recep rémi
rémy renaud rené reynald ricardo richard rick riccardo rob robert roberto robin rodolphe rodrigo rodrigue roger roland rolf romain
roman romano ron ronald ross roy ruben rudy rui rupert russell ryan sadio salah salim salvatore sam sami samir samuel
samy santiago saul scott sean sébastien sebastian selim serge sergei sergeï sergio sergueï seth shane shaun sidney siegfried sigmar silvio simon
slimane sofiane stan stanislas stéphane stefan stefano stephan stephen steve steven stewart stuart sven sylvain sylvestre tareck tariq
ted terry thaddée théo théodore theodore théophile thibault thibaut thierry thomas tidjane tim timothée timothy titouan toby
todd tom tomas tommy tony trevor tristan tyler ulrich umberto valentin valéry vasile victor viktor vincent
vital vitali vladimir volodymyr wade walid walter warren wayne werner wilfried will william willy winston wolfgang xavier yanis yann yannick yassine yasser
yohann youri youssef yusuf yvan yves yvon zinedine zoran
"""

_FEMININE = """
abigail adela adèle adeline agathe agnès aïcha aïda alba alberte alessandra alexandra alexia alice alicia aline alison
allison amanda amandine amber amélie amina amy ana anaïs andrée andréa andrea angela angèle angélique angelina anita ann anna
annabelle anne anne-lise anne-marie anne-sophie annette annick annie antonella antoinette apolline ariane arlette astrid audrey aurélie aurore
ayesha barbara béatrice beatrice beatriz becky bénédicte bernadette bertha beth betty beverly blanche brigitte britney camille
carine carla carmen carol carole carolina caroline carrie catherine cathy cécile celeste céline chantal charlene charline
charlotte chelsea cheryl chiara chloé christel christelle christiane christina christine chrystelle chrystia cindy
claire clara clarisse claudette claudia claudine clémence clémentine clotilde coline colette coralie corinne courtney cristina cynthia
daniela danièle danielle daphné dawn debbie deborah déborah delphine denise diana diane dilma dolores dominique dora doris dorothée dorothy
edith édith edwige elaine eleanor élena elena éléonore éliane elisa élisa elisabeth élisabeth élise elise elizabeth ella
ellen éloïse elodie élodie elsa emily émilie emilie emma emmanuelle erica erika erin estelle esther eugénie eva ève evelyn évelyne
fabienne fanny farida fatima fatou fatoumata federica fernanda fiona flavie flora florence florencia frances francesca francine
françoise frédérique gabriela gabrielle geneviève georgette georgia georgina géraldine germaine ghislaine gilberte gillian gina giorgia gisèle giulia
gloria grace greta gwenaëlle gwendoline hailey hannah heather heidi helen hélène helena henriette hillary huguette ida inès inès ingrid irene irène
irina iris isabel isabella isabelle ivana jacinda jacline jacqueline jade jana jane janet janice janine jeanne jeannette jenna
jennifer jessica jill jo joanna joanne jocelyne jodie johanna josée joséphine josette josiane joy joyce juanita judith judy julia juliana
julie juliette justine kamala karen karin karine kate katharina katherine kathleen kathryn kathy katia katie katrina kay kayla kellie kelly khadija kim
kimberly kristalina kristen kristin kristina latifa laetitia lara laura laure laurence lauren laurie léa leah leila leïla lena léna léonie leslie letizia
lila lili lilian liliane lily linda lindsay lisa lise loretta lorraine louise luana lucia lucie lucienne lucille lucy ludivine lydia lydie lynn maddy
madeleine maëlle magali maggie malala manon mara margaret margarita margaux margot marguerite maria maría mariam marianne marie marie-ange marie-christine
marie-claude marie-ève marie-france marie-hélène marie-josée marie-laure marie-louise marie-pierre marie-thérèse marielle marina marine marion marise
marisol marissa marjorie marlène marta martha marthe martine mary maryam maryse marylise mathilde maud maude maureen maya megan meghan melania mélanie melanie melissa
mélissa mercedes meredith mia michaela michele michèle michelle mimi mireille miriam molly mona monica monika monique
morgane muriel murielle myriam nadège nadia nadine nancy naomi natacha natalia natalie natasha nathalie nawel nicola nicole nina noémie nora norah
océane odette odile olga olive olivia oprah ophélie pamela paola pascale patricia paula paulette pauline penny peggy pénélope perrine
petra philippa priscillia priti rachel rachida rania raphaëlle raquel rebecca régine renata renée rhonda rita roberta rokhaya romane
rosa rosalie rose roselyne rosemary roxana roxane ruth sabine sabrina salma samantha samira sandra sandrine sara sarah ségolène selena séverine
shannon sharon sheila shirley sibeth sigrid simone solange sonia sophia sophie stacy stefania stella stéphanie stephanie sue susan
susanna susanne suzanne suzie svetlana sybille sylvia sylviane sylvie tamara tania tanya tara tatiana teresa tess thérèse theresa tiffany tina tracy
ursula valentina valérie valerie vanessa vera véra verena véronique veronica vicky victoire victoria violaine violette virginia virginie vivian viviane viviana
wendy whitney xenia yaël yasmine yolande yvette yvonne zahra zineb zoé zoe zohra
"""

GIVEN_NAMES: dict[str, Literal["m", "f", ""]] = dict.fromkeys(_MASCULINE.split(), "m")
for _name in _FEMININE.split():
    GIVEN_NAMES[_name] = "" if _name in GIVEN_NAMES else "f"
GIVEN_NAMES |= dict.fromkeys(
    "camille claude dominique kim lou morgan andrea robin sacha alex".split(), ""
)
