/** The least that a Java program can do: what every run of one pays. */
final class Empty {
    private Empty() {}

    public static void main(String[] arguments) {
        System.out.println("empty");
    }
}
