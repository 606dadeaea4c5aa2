package io.agentctl.cli.dash;

import java.util.List;

/**
 * Where panes are on a screen: bands from top to bottom, in each band cells beside each other, in each cell panes below
 * each other.
 */
record Grid(List<Band> bands) {

    /** From this many columns on, three lists fit beside each other. */
    private static final int WIDE = 140;

    private static final List<Pane> CHANGES = List.of(Pane.WINDOWS, Pane.POLICIES, Pane.OPERATIONS);
    private static final Band CHARTS =
            new Band(6, List.of(List.of(Pane.RESPONSE), List.of(Pane.THROUGHPUT), List.of(Pane.FAILURES)));

    private static final Grid FOR_NARROW = new Grid(List.of(
            CHARTS,
            new Band(5, List.of(List.of(Pane.SERVICES), List.of(Pane.FUNCTIONS))),
            new Band(5, List.of(List.of(Pane.OBJECTIVES), List.of(Pane.TABLES))),
            new Band(6, List.of(List.of(Pane.ALARMS), CHANGES))));

    private static final Grid FOR_WIDE = new Grid(List.of(
            CHARTS,
            new Band(6, List.of(List.of(Pane.SERVICES), List.of(Pane.FUNCTIONS), List.of(Pane.TABLES))),
            new Band(6, List.of(List.of(Pane.OBJECTIVES), List.of(Pane.ALARMS), CHANGES))));

    /**
     * A band.
     *
     * @param weight its part of the height
     */
    record Band(int weight, List<List<Pane>> cells) {}

    static Grid of(int columns) {
        return columns < WIDE ? FOR_NARROW : FOR_WIDE;
    }

    /** How high each band is; together they are as high as the screen. */
    int[] heights(int rows) {
        int all = bands.stream().mapToInt(Band::weight).sum();
        int[] heights = new int[bands.size()];
        int before = 0;
        int weight = 0;
        for (int index = 0; index < heights.length; index++) {
            weight += bands.get(index).weight();
            int end = rows * weight / all;
            heights[index] = end - before;
            before = end;
        }
        return heights;
    }
}
