package org.weir.search.find;

/** When a word is written nearly as another. */
final class Near {
    private static final int ONE_FROM = 5;
    private static final int TWO_FROM = 8;

    private Near() {}

    /** How many letters may be wrong, missing, too many or exchanged; numbers must be right. */
    static int edits(String word) {
        if (word.length() < ONE_FROM || word.chars().anyMatch(Character::isDigit)) {
            return 0;
        }
        return word.length() < TWO_FROM ? 1 : 2;
    }

    /** Whether the word that was found is the one sought but for so many letters (exchanged neighbours count once). */
    static boolean is(String sought, String found) {
        int edits = edits(sought);
        if (edits == 0 || Math.abs(sought.length() - found.length()) > edits || sought.charAt(0) != found.charAt(0)) {
            return false;
        }
        int[][] cost = new int[sought.length() + 1][found.length() + 1];
        for (int i = 0; i <= sought.length(); i++) {
            for (int j = 0; j <= found.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, sought, found, i, j);
            }
        }
        return cost[sought.length()][found.length()] <= edits;
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
